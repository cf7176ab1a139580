// Names that new ones must not hide, although names-in-headers.cpp does not spell them.
struct Sized {
  int q_i = 30;
  int size() const { return q_i; }
};
struct Stepped {
  int p_i = 3;
};
#define STEP p_i
struct Rest {
  int rest = 30;
  int count() const { return rest; }
};
struct Begun {
  int begin = 3;
  int first() const { return begin; }
};
#define chunk 7
