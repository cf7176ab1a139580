// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Library functions that read and write a known number of bytes.
#include <cstdio>
#include <cstdlib>
#include <cstring>

double table[100][100], row[10000], other[10000];
char names[100][32];

void rows() {
  for (int i = 0; i < 100; i++) // loomp: parallel -- one row each
    std::memset(table[i], 0, sizeof table[i]);
  for (int i = 0; i < 99; i++) // loomp: not-parallel -- i=0 and i=1 write table[1]
    std::memset(table[i], 0, 2 * sizeof table[i]);
}

void pieces(int n, int m) {
  for (int i = 0; i < n; i++) // loomp: parallel -- elements i*4 to i*4+3
    std::memset(&row[i * 4], 0, 4 * sizeof(double));
  for (int i = 0; i < n; i++) // loomp: not-parallel -- i=0 writes row[4], so does i=1
    std::memset(&row[i * 4], 0, 5 * sizeof(double));
  for (int i = 0; i < n; i++) // loomp: parallel -- one piece of m elements each
    std::memcpy(row + i * m, other + i * m, m * sizeof(double));
  for (int i = 0; i < n; i++) // loomp: not-parallel -- i=0 writes row[1], i=1 copies it
    std::memcpy(row + i + 1, row + i, sizeof(double));
  for (int i = 0; i < n; i++) // loomp: not-parallel -- m bytes, not m elements: pieces overlap
    std::memset(reinterpret_cast<char *>(row) + i, 0, m);
}

void unknownLength(int n, const int *length) {
  for (int i = 0; i < n; i++) // loomp: not-parallel -- length[0] may reach into the next piece
    std::memset(&row[i * 4], 0, length[i] * sizeof(double));
}

void buffer(int n) {
  double t[16];
  for (int i = 0; i < n; i++) { // loomp: parallel lastprivate(t) -- all that is read was filled before
    std::memset(t, 0, sizeof t);
    t[i % 16] = other[i];
    row[i] = t[0] + t[15];
  }
  for (int i = 0; i < n; i++) { // loomp: not-parallel -- t[15] is what an iteration before left
    std::memset(t, 0, 15 * sizeof *t);
    t[i % 16] = other[i];
    row[i] = t[0] + t[15];
  }
}

struct Record {
  int id;
  char tag[4];
  int count;
};

void members(Record *records, int n) {
  for (int i = 0; i < n; i++) // loomp: parallel
    std::memset(&records[i], 0, sizeof records[i]);
  Record last{};
  int sum = 0;
  for (int i = 0; i < n; i++) { // loomp: not-parallel -- twelve bytes from `tag` on reach `count`
    sum += last.count;
    last.count = i;
    std::memset(last.tag, 0, 8);
  }
  std::printf("%d\n", sum);
}

void pointers(double **from, double **to, int n) {
  for (int i = 0; i < n; i++) { // loomp: not-parallel -- to[i] leads where from[i] does, perhaps to[1]
    std::memcpy(&to[i], &from[i], sizeof(double *));
    to[i][0] = i;
  }
}

void lengths(int n, std::size_t *length) {
  for (int i = 0; i < n; i++) // loomp: parallel
    length[i] = std::strlen(names[i]);
  for (int i = 0; i < n; i++) { // loomp: not-parallel -- i=1 reads what i=0 wrote into names[1]
    length[i] = std::strlen(names[i]);
    names[i + 1][0] = 0;
  }
}

void copies(int n, const char *text) {
  for (int i = 0; i < n; i++) // loomp: parallel
    std::strcpy(names[i], "none");
  for (int i = 0; i < n; i++) // loomp: parallel assuming(no-alias) -- if `text` is not within names, where i=1 would find i=0's
    std::memset(names[i], text[0] + 1, 1);
  for (int i = 0; i < 99; i++) // loomp: not-parallel -- names[1] is copied after i=0 wrote it
    std::strcpy(names[i + 1], names[i]);
  for (int i = 0; i < n; i++) // loomp: parallel
    std::strncpy(names[i], "a name", sizeof names[i]);
}

void flat(char *text, int n) {
  for (int i = 0; i < n; i++) // loomp: not-parallel -- nothing ends the string before text[4*i+4]
    std::strcpy(text + 4 * i, "abcd");
}

void prints(int n) {
  char shared[64];
  for (int i = 0; i < n; i++) { // loomp: parallel
    char local[64];
    std::snprintf(local, sizeof local, "item %d", i);
    std::memcpy(names[i], local, sizeof names[i]);
  }
  for (int i = 0; i < n; i++) { // loomp: not-parallel -- what is behind the end is an older text
    std::snprintf(shared, sizeof shared, "item %d", i);
    std::memcpy(names[i], shared, sizeof names[i]);
  }
}

void counts(int n) {
  int written = 0;
  for (int i = 0; i < n; i++) { // loomp: not-parallel -- `%n` writes `written`
    char local[64];
    row[i] = written;
    std::snprintf(local, sizeof local, "%d%n", i, &written);
  }
}

void numbers(int n) {
  char *end = nullptr;
  for (int i = 0; i < n; i++) // loomp: parallel
    row[i] = std::atoi(names[i]);
  for (int i = 0; i < n; i++) { // loomp: parallel
    char *stop;
    row[i] = std::strtod(names[i], &stop);
    other[i] = stop == nullptr;
  }
  for (int i = 0; i < n; i++) { // loomp: not-parallel -- i=1 starts where i=0 ended
    row[i] = std::strtod(end ? end : names[0], &end);
  }
}

int compares(int n) {
  int same = 0;
  for (int i = 0; i < n; i++) // loomp: parallel reduction(+:same)
    if (std::strcmp(names[i], "none") == 0)
      same++;
  for (int i = 0; i < 99; i++) // loomp: parallel reduction(+:same)
    same += std::memcmp(table[i], table[i + 1], sizeof table[i]) == 0;
  for (int i = 0; i < 99; i++) // loomp: not-parallel -- i=1 compares what i=0 wrote into table[1]
    if (std::memcmp(table[i], table[i + 1], sizeof table[i]) == 0)
      table[i + 1][0] = 1;
  return same;
}

void finds(int n) {
  for (int i = 0; i < n; i++) // loomp: parallel -- the place found lies in the same row
    if (std::strchr(names[i], ' '))
      *std::strchr(names[i], ' ') = '_';
  for (int i = 0; i < 99; i++) // loomp: not-parallel -- i=0 may write names[1][0], i=1 looks there
    if (std::strchr(names[i], ' '))
      *std::strchr(names[i + 1], 0) = '_';
}

void output(int n, const char *const *texts) {
  for (int i = 0; i < n; i++) // loomp: serial observable-order -- the lines come in order
    std::printf("%s\n", texts[i]);
}
