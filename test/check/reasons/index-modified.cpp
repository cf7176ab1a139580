// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// The body decides which iteration comes next.
void skip(int n, double *a) {
  // loomp: not-parallel index-modified -- a zero skips the element behind it
  for (int i = 0; i < n; i++)
    if (a[i] == 0.0)
      i++;
}

static void advance(int &i) { i += 2; }

void byReference(int n, double *a) {
  // loomp: not-parallel index-modified -- advance() changes the index
  for (int i = 0; i < n; i++) {
    a[i] = 0.0;
    advance(i);
  }
}

void copied(int n, double *a) {
  // loomp: parallel -- only the copy changes
  for (int i = 0; i < n; i++) {
    int k = i;
    k += 2;
    a[k] = 0.0;
  }
}
