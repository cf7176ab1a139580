// Bit-fields that stand side by side are one place; those of different objects are not.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Sample {
  unsigned channel : 3, value : 12;
  int count;
  unsigned valid : 1;
};
void ofOneObject(Sample *s, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    s[i].channel = i & 7;
    s[i].value = s[i].channel + s[i].valid;
  }
}
void ofTheNext(Sample *s, int n) {
  // loomp: not-parallel shared-bytes -- writing s[1].channel may write s[1].value
  for (int i = 0; i + 1 < n; i++)
    s[i].channel = s[i + 1].value;
}
void ofTheNextFarther(Sample *s, int n) {
  // loomp: parallel
  for (int i = 0; i + 1 < n; i++)
    s[i].channel = s[i + 1].count + s[i + 1].valid;
}
void twoOfOne(Sample &s, int n) {
  // loomp: not-parallel shared-bytes -- i=0 writes the bytes that i=1 writes
  for (int i = 0; i < n; i++)
    if (i % 2)
      s.channel = 1;
    else
      s.value = 2;
}
void readWhole(Sample *s, Sample *copy, int n) {
  // loomp: not-parallel -- s[i + 1] is read as a whole
  for (int i = 0; i + 1 < n; i++) {
    copy[i] = s[i + 1];
    s[i].valid = 1;
  }
}
