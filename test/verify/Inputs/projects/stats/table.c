#include "table.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

int table_read(struct table *table, const char *path, int size) {
  FILE *file = fopen(path, "r");
  int count = 0;
  if (!file)
    return -1;
  table->size = size;
  table->values = malloc(size * sizeof(double));
  while (count < size && fscanf(file, "%lf", &table->values[count]) == 1)
    ++count;
  fclose(file);
  for (int i = count; count && i < size; ++i)
    table->values[i] = table->values[i - count];
  return count ? 0 : -1;
}

double table_mean(const struct table *table) {
  double sum = 0;
  for (int i = 0; i < table->size; ++i)
    sum += table->values[i];
  return sum / table->size;
}

double table_deviation(const struct table *table, double mean) {
  double sum = 0;
  for (int i = 0; i < table->size; ++i)
    sum += (table->values[i] - mean) * (table->values[i] - mean);
  return sqrt(sum / table->size);
}

void table_standardize(struct table *table, double mean, double deviation) {
  double *values = table->values;
  const int size = table->size;
  for (int i = 0; i < size; ++i)
    values[i] = (values[i] - mean) / deviation;
}

/* Each value needs the one before: stays serial. */
void table_smooth(struct table *table) {
  for (int i = 1; i < table->size; ++i)
    table->values[i] = 0.5 * (table->values[i] + table->values[i - 1]);
}
