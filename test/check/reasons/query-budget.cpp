// RUN: %loomp check --format=json %s -- %flags | %python %S/Inputs/query-budget.py
// Subscripts with many divisions and remainders. Whether they can meet may be too expensive to say:
// then the reason is query-budget, and the loop is unknown, never parallel. Iterations i=0 and
// i=72072 do meet.
void shuffle(double *a) {
  for (int i = 0; i < 1000000; i++)
    for (int j = 0; j < 1000; j++)
      for (int k = 0; k < 1000; k++)
        a[(i % 7) * 11 % 13 + (i / 3 % 11) * 5 % 7 + (j % 13) * (k % 2) / 3 + k / 7 % 5] +=
            a[(i / 5 % 9) * 4 % 17 + (j / 7 % 6) * 3 % 19 + (k * 5 % 23) / 2];
}
