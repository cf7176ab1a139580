#ifndef TABLE_H
#define TABLE_H

struct table {
  int size;
  double *values;
};

/* Reads `path`, one number in each line, and repeats it to `size` values. */
int table_read(struct table *table, const char *path, int size);
double table_mean(const struct table *table);
double table_deviation(const struct table *table, double mean);
void table_standardize(struct table *table, double mean, double deviation);
void table_smooth(struct table *table);

#endif
