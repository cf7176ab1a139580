#include "analyses/Analyze.h"
int main() {return 0;}
