// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// The text for one variable names another that is recast, too: its value from before the loop.
void thrown(int *height, int frames, int velocity) {
  int position = 0;
  // loomp: parallel induction(position, velocity)
  for (int f = 0; f < frames; ++f) {
    height[f] = position;
    position += velocity;
    velocity -= 2;
  }
}
int kept(int *height, int frames, int velocity) {
  int position = 0;
  // loomp: parallel induction(position, velocity)
  for (int f = 0; f < frames; ++f) {
    height[f] = position;
    velocity -= 2;
    position += velocity;
  }
  return position + 100 * velocity;
}
int reduced(int *height, int frames, int velocity) {
  int position = 0;
  // loomp: not-parallel -- the step depends on the element before
  for (int f = 0; f < frames; ++f) {
    height[f] = position;
    position += velocity;
    velocity -= height[f];
  }
  return velocity;
}
