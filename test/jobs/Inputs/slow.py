# ===- slow.py - a source that takes longer than others ------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: slow.py > FILE
#
# ===----------------------------------------------------------------------===#

for k in range(400):
    print(f"void slow{k}(int n, int m, const double *x, double *y) {{\n"
          f"  for (int i = 0; i < n; i++)\n    for (int j = 0; j < m; j++)\n"
          f"      y[i * m + j] = {k} * x[i * m + j];\n}}")
