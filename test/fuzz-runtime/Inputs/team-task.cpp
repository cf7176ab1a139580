// Uses what team.cpp does not define.
int main() {
#pragma omp parallel
  {
#pragma omp task
    {
    }
  }
}
