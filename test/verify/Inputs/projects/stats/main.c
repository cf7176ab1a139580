#include "table.h"

#include <stdio.h>
#include <stdlib.h>

int main(int count, char **arguments) {
  struct table table;
  if (table_read(&table, "numbers.txt", count > 1 ? atoi(arguments[1]) : 100000))
    return 1;
  double mean = table_mean(&table), deviation = table_deviation(&table, mean);
  table_standardize(&table, mean, deviation);
  table_smooth(&table);
  FILE *file = fopen("result.txt", "w");
  for (int i = 0; i < table.size; i += table.size / 20)
    fprintf(file, "%d %.9g\n", i, table.values[i]);
  fclose(file);
  printf("mean %.9g, deviation %.9g\n", mean, deviation);
  free(table.values);
  return 0;
}
