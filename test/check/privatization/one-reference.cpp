// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A local variable that the loop calls by one name, which is a reference: a variable stands for it.
float temporary(const float *__restrict v, double *__restrict w, int n) {
  float t = 0;
  float &r = t;
  // loomp: parallel lastprivate(rLocal)
  for (int i = 0; i < n; ++i) {
    r = v[i] * 0.25f;
    w[i] = r - 1;
  }
  return t;
}
void notRead(const float *__restrict v, double *__restrict w, int n) {
  float t = 0;
  float &r = t;
  // loomp: parallel lastprivate(rLocal)
  for (int i = 0; i < n; ++i) {
    r = v[i] * 0.25f;
    w[i] = r;
  }
}
void readFirst(const float *__restrict v, double *__restrict w, int n) {
  float t = 0;
  float &r = t;
  // loomp: serial carried-flow-dependence on(t) -- i=1 reads what i=0 left
  for (int i = 0; i < n; ++i) {
    w[i] = r;
    r = v[i] * 0.25f;
  }
}
float sometimes(const float *__restrict v, double *__restrict w, int n) {
  float t = 0;
  float &r = t;
  // loomp: not-parallel -- the last iteration that sets t may be any
  for (int i = 0; i < n; ++i)
    if (v[i] > 0) {
      r = v[i];
      w[i] = r;
    }
  return t;
}
void bothNames(const float *__restrict v, double *__restrict w, int n) {
  float t = 0;
  float &r = t;
  // loomp: parallel lastprivate(tLocal) -- one variable stands for both
  for (int i = 0; i < n; ++i) {
    t = v[i];
    w[i] = r;
  }
}
void chosen(const float *__restrict v, double *__restrict w, int n, bool c) {
  float t = 0, u = 0;
  float &r = c ? t : u;
  // loomp: not-parallel -- u may be what r is
  for (int i = 0; i < n; ++i) {
    r = v[i];
    w[i] = u;
  }
}
void pointedTo(const float *__restrict v, float *__restrict w, int n, float *&kept) {
  float t = 0;
  float &r = t;
  kept = &t;
  // loomp: parallel lastprivate(rLocal) -- kept leads to t, too: a variable stands for both
  for (int i = 0; i < n; ++i) {
    r = v[i];
    w[i] = *kept;
  }
}
static float current;
static float twice() { return 2 * current; }
void global(const float *__restrict v, float *__restrict w, int n) {
  float &r = current;
  // loomp: not-parallel -- the callee reads the global
  for (int i = 0; i < n; ++i) {
    r = v[i];
    w[i] = twice();
  }
}
void inBody(const float *__restrict v, double *__restrict w, int n) {
  float t = 0;
  // loomp: parallel private(t) -- the reference is bound anew, to the t of the thread
  for (int i = 0; i < n; ++i) {
    float &r = t;
    r = v[i];
    w[i] = r;
  }
}
