// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A member of one class is no member of another, whichever objects they stand in; unless a union
// holds both, or characters may stand for anything.

struct Cell {
  double value;
  int count;
  char tag;
};

struct Settings {
  double factor;
  int offset;
  char mark;
};

union Either {
  Cell cell;
  Settings settings;
};

void scale(Cell *cells, const Settings *settings, int n) {
  // loomp: parallel assuming() -- the factor is no value of a cell
  for (int i = 0; i < n; i++)
    cells[i].value *= settings->factor;
}

void scaleBySelf(Cell *cells, const Cell *unit, int n) {
  // loomp: parallel assuming(no-alias) -- the unit may be one of the cells
  for (int i = 0; i < n; i++)
    cells[i].value *= unit->value;
}

void shift(Cell *cells, const Settings *settings, int n) {
  // loomp: parallel assuming() -- of two types besides
  for (int i = 0; i < n; i++)
    cells[i].count += settings->offset;
}

void mark(Cell *cells, const Settings *settings, int n) {
  // loomp: parallel assuming(no-alias) -- characters may
  for (int i = 0; i < n; i++)
    cells[i].tag = settings->mark;
}

void either(Either *cells, const Either *settings, int n) {
  // loomp: parallel assuming(no-alias) -- two members of a union may overlap
  for (int i = 0; i < n; i++)
    cells[i].cell.value *= settings->settings.factor;
}

class Field {
public:
  void update(Cell *cells, int n) {
    // loomp: parallel assuming() -- the same of a member of this object
    for (int i = 0; i < n; i++)
      cells[i].value = cells[i].value * Factor + cells[i].count;
  }

private:
  double Factor = 2;
};
