// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Node {
  double x;
  Node *next;
};
void f(Node *head) {
  // loomp: not-parallel -- the next node is only known from this one
  for (Node *p = head; p; p = p->next)
    p->x *= 2;
}
