//===- LinearSystem.cpp - questions about integer points, answered by isl -===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/LinearSystem.h"

#include <isl/aff.h>
#include <isl/ctx.h>
#include <isl/local_space.h>
#include <isl/lp.h>
#include <isl/mat.h>
#include <isl/options.h>
#include <isl/point.h>
#include <isl/set.h>
#include <isl/space.h>
#include <isl/val.h>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace loomp {

IntegerSolver::IntegerSolver(unsigned long budget, AnswerMemory *memory)
    : Context(isl_ctx_alloc()), Budget(budget),
      OwnMemory(memory ? nullptr : std::make_unique<AnswerMemory>()),
      Memory(memory ? memory : OwnMemory.get()) {
  isl_options_set_on_error(Context, ISL_ON_ERROR_CONTINUE);
}

IntegerSolver::~IntegerSolver() { isl_ctx_free(Context); }

//===----------------------------------------------------------------------===//
// Questions that were asked before
//===----------------------------------------------------------------------===//

const AnswerMemory::Value *AnswerMemory::find(const std::string &question) const {
  auto found = Answers.find(question);
  return found == Answers.end() ? nullptr : &found->second;
}

const AnswerMemory::Value &AnswerMemory::keep(std::string question, Value answer) {
  if (Bytes > MostBytes) {
    Answers.clear();
    Bytes = 0;
  }
  Bytes += question.size();
  return Answers.insert_or_assign(std::move(question), std::move(answer)).first->second;
}

namespace {

/// Writes a question down: each number in as many bytes as it needs, so that no two questions have
/// one text.
class Question {
public:
  Question(char kind, unsigned long budget) : Text(1, kind) { number(budget); }

  void number(Coefficient value) {
    using Unsigned = unsigned __int128;
    Unsigned bits = (Unsigned(value) << 1) ^ (value < 0 ? ~Unsigned(0) : Unsigned(0));
    for (; bits >= 0x80; bits >>= 7)
      Text += char(0x80 | (bits & 0x7F));
    Text += char(bits);
  }
  void rows(const std::vector<LinearSystem::Row> &rows) {
    number(Coefficient(rows.size()));
    for (const LinearSystem::Row &row : rows) {
      number(row.isEquality);
      number(Coefficient(row.coefficients.size()));
      for (const auto &[unknown, coefficient] : row.coefficients) {
        number(unknown);
        number(coefficient);
      }
      number(row.constant);
    }
  }
  void system(const LinearSystem &system) {
    number(system.size());
    rows(system.rows());
  }
  void system(const ParametricSystem &given) {
    system(given.system);
    number(Coefficient(given.columns.size()));
    for (std::optional<unsigned> column : given.columns)
      number(column ? Coefficient(*column) + 1 : 0);
  }

  std::string Text;
};

} // namespace

/// The answer that is known, or that `ask` gives now.
template <class T, class Ask>
static T recall(const IntegerSolver &solver, Question question, Ask ask) {
  if (const AnswerMemory::Value *known = solver.memory().find(question.Text))
    return std::get<T>(*known);
  return std::get<T>(solver.memory().keep(std::move(question.Text), ask()));
}

void LinearSystem::bound(unsigned unknown, std::optional<Coefficient> low,
                         std::optional<Coefficient> high) {
  if (low)
    add({{{unknown, 1}}, -*low, false});
  if (high)
    add({{{unknown, -1}}, *high, false});
}

static isl_val *toVal(isl_ctx *context, Coefficient value) {
  if (value >= INT64_MIN && value <= INT64_MAX)
    return isl_val_int_from_si(context, static_cast<long>(value));
  return isl_val_read_from_str(context, toString(value).c_str());
}

/// The rows as an isl set; `limit` adds a box: from 0 if `positive`, else around the
/// origin.
static isl_basic_set *build(isl_ctx *context, const std::vector<LinearSystem::Row> &rows,
                            unsigned unknowns, std::optional<Coefficient> limit, bool positive) {
  unsigned equalities = 0, inequalities = 0;
  for (const auto &row : rows)
    ++(row.isEquality ? equalities : inequalities);
  unsigned boxRows = limit ? 2 * unknowns : 0;
  isl_mat *equal = isl_mat_alloc(context, equalities, unknowns + 1);
  isl_mat *greater = isl_mat_alloc(context, inequalities + boxRows, unknowns + 1);
  auto fill = [&](isl_mat *matrix, unsigned line, const LinearSystem::Row &row) {
    for (unsigned column = 0; column <= unknowns; ++column)
      matrix = isl_mat_set_element_si(matrix, line, column, 0);
    for (const auto &[unknown, coefficient] : row.coefficients)
      matrix = isl_mat_set_element_val(matrix, line, unknown, toVal(context, coefficient));
    return isl_mat_set_element_val(matrix, line, unknowns, toVal(context, row.constant));
  };
  unsigned equalLine = 0, greaterLine = 0;
  for (const auto &row : rows) {
    if (row.isEquality)
      equal = fill(equal, equalLine++, row);
    else
      greater = fill(greater, greaterLine++, row);
  }
  for (unsigned unknown = 0; limit && unknown < unknowns; ++unknown) {
    greater = fill(greater, greaterLine++, {{{unknown, 1}}, positive ? 0 : *limit, false});
    greater = fill(greater, greaterLine++, {{{unknown, -1}}, *limit, false});
  }
  return isl_basic_set_from_constraint_matrices(isl_space_set_alloc(context, 0, unknowns), equal,
                                                greater, isl_dim_set, isl_dim_div, isl_dim_param,
                                                isl_dim_cst);
}

Answer LinearSystem::hasSolution(const IntegerSolver &solver) const {
  if (!solver.spend(Rows.size() * (Unknowns + 1)))
    return Answer::OutOfBudget;
  Question question('i', solver.budget());
  question.system(*this);
  return recall<Answer>(solver, std::move(question), [&] { return findSolution(solver); });
}

Answer LinearSystem::findSolution(const IntegerSolver &solver) const {
  isl_ctx *context = solver.context();
  isl_ctx_reset_operations(context);
  isl_ctx_set_max_operations(context, solver.budget());
  isl_basic_set *set = build(context, Rows, Unknowns, std::nullopt, false);
  isl_bool empty = isl_basic_set_is_empty(set);
  isl_basic_set_free(set);
  isl_ctx_set_max_operations(context, 0);
  isl_ctx_reset_error(context);
  if (empty == isl_bool_error)
    return Answer::OutOfBudget;
  return empty == isl_bool_true ? Answer::No : Answer::Yes;
}

Answer LinearSystem::hasRationalSolution(const IntegerSolver &solver) const {
  if (!solver.spend(Rows.size() * (Unknowns + 1) / 4))
    return Answer::OutOfBudget;
  Question question('r', solver.budget());
  question.system(*this);
  return recall<Answer>(solver, std::move(question), [&] { return findRationalSolution(solver); });
}

Answer LinearSystem::findRationalSolution(const IntegerSolver &solver) const {
  isl_ctx *context = solver.context();
  isl_ctx_reset_operations(context);
  isl_ctx_set_max_operations(context, solver.budget());
  isl_basic_set *set = build(context, Rows, Unknowns, std::nullopt, false);
  isl_aff *nothing =
      isl_aff_zero_on_domain(isl_local_space_from_space(isl_basic_set_get_space(set)));
  isl_val *least = isl_basic_set_min_lp_val(set, nothing);
  Answer answer = !least ? Answer::OutOfBudget : isl_val_is_nan(least) ? Answer::No : Answer::Yes;
  isl_val_free(least);
  isl_aff_free(nothing);
  isl_basic_set_free(set);
  isl_ctx_set_max_operations(context, 0);
  isl_ctx_reset_error(context);
  return answer;
}

static Answer findCover(const LinearSystem &points, const std::vector<LinearSystem> &covers,
                        const IntegerSolver &solver);

Answer areCovered(const LinearSystem &points, const std::vector<LinearSystem> &covers,
                  const IntegerSolver &solver) {
  unsigned long work = points.rows().size() * (points.size() + 1);
  for (const LinearSystem &cover : covers)
    work += 4 * cover.rows().size() * (cover.size() + 1);
  if (covers.size() > 64 || !solver.spend(work))
    return Answer::OutOfBudget;
  Question question('c', solver.budget());
  question.system(points);
  for (const LinearSystem &cover : covers)
    question.system(cover);
  return recall<Answer>(solver, std::move(question),
                        [&] { return findCover(points, covers, solver); });
}

static Answer findCover(const LinearSystem &points, const std::vector<LinearSystem> &covers,
                        const IntegerSolver &solver) {
  isl_ctx *context = solver.context();
  isl_ctx_reset_operations(context);
  isl_ctx_set_max_operations(context, solver.budget());
  isl_set *all =
      isl_set_from_basic_set(build(context, points.rows(), points.size(), std::nullopt, false));
  isl_set *covered = isl_set_empty(isl_space_set_alloc(context, 0, points.size()));
  for (const LinearSystem &cover : covers) {
    isl_basic_set *set = build(context, cover.rows(), cover.size(), std::nullopt, false);
    set = isl_basic_set_project_out(set, isl_dim_set, points.size(), cover.size() - points.size());
    covered = isl_set_union(covered, isl_set_from_basic_set(set));
  }
  isl_bool answer = isl_set_is_subset(all, covered);
  isl_set_free(all);
  isl_set_free(covered);
  isl_ctx_set_max_operations(context, 0);
  isl_ctx_reset_error(context);
  if (answer == isl_bool_error)
    return Answer::OutOfBudget;
  return answer == isl_bool_true ? Answer::Yes : Answer::No;
}

static Coefficient toCoefficient(isl_val *value) {
  Coefficient number = 0;
  // isl reads 0 where a number does not fit `long`; what fits four bytes does.
  if (value && isl_val_n_abs_num_chunks(value, 4) <= 1) {
    number = isl_val_get_num_si(value);
  } else {
    char *text = isl_val_to_str(value);
    for (const char *digit = text ? text : ""; *digit; ++digit)
      if (*digit != '-')
        number = number * 10 + (*digit - '0');
    number = text && *text == '-' ? -number : number;
    std::free(text);
  }
  isl_val_free(value);
  return number;
}

/// Reads an integer point; consumes `point`.
static std::optional<std::vector<Coefficient>> read(isl_point *point, unsigned unknowns) {
  if (!point || isl_point_is_void(point)) {
    isl_point_free(point);
    return std::nullopt;
  }
  std::vector<Coefficient> values;
  for (unsigned unknown = 0; unknown < unknowns; ++unknown) {
    values.push_back(toCoefficient(isl_point_get_coordinate_val(point, isl_dim_set, unknown)));
  }
  isl_point_free(point);
  return values;
}

/// isl counts allocations, not work. A lexicographic minimum is found by cuts, each a new row in a
/// table that is pivoted as a whole, so time grows with the square of the count or faster: 2000 may
/// take 40 ms, 80000 minutes. Ordinary loops need less than 1000.
static constexpr unsigned long MinimumBudget = 2000;

std::optional<std::vector<Coefficient>> LinearSystem::solution(const IntegerSolver &solver) const {
  if (!solver.spend(8 * Rows.size() * (Unknowns + 1)))
    return std::nullopt;
  Question question('s', solver.budget());
  question.system(*this);
  return recall<std::optional<std::vector<Coefficient>>>(solver, std::move(question),
                                                         [&] { return findPoint(solver); });
}

std::optional<std::vector<Coefficient>> LinearSystem::findPoint(const IntegerSolver &solver) const {
  isl_ctx *context = solver.context();
  // Each search has a budget of its own, so that one that fails leaves the next its chance.
  auto within = [&](unsigned long budget, auto search) {
    isl_ctx_reset_operations(context);
    isl_ctx_set_max_operations(context, budget);
    auto *found = search();
    isl_ctx_set_max_operations(context, 0);
    isl_ctx_reset_error(context);
    return found;
  };
  for (int limit : {8, 64, -64, 4096, -4096}) {
    isl_basic_set *box = build(context, Rows, Unknowns, std::abs(limit), limit > 0);
    isl_set *smallest = within(std::min(solver.budget(), MinimumBudget),
                               [&] { return isl_basic_set_lexmin(isl_basic_set_copy(box)); });
    isl_point *point = smallest ? isl_set_sample_point(smallest) : within(solver.budget(), [&] {
      return isl_basic_set_sample_point(isl_basic_set_copy(box));
    });
    isl_basic_set_free(box);
    if (!point)
      return std::nullopt;
    if (auto result = read(point, Unknowns))
      return result;
  }
  isl_basic_set *set = build(context, Rows, Unknowns, std::nullopt, false);
  return read(within(4 * solver.budget(), [&] { return isl_basic_set_sample_point(set); }),
              Unknowns);
}

/// The parameters for which the system has a solution, or more: what no conjunction of rows over
/// the parameters can say is left out.
static isl_set *shadow(isl_ctx *context, const ParametricSystem &given) {
  unsigned parameters = static_cast<unsigned>(given.columns.size());
  std::vector<unsigned> places(given.system.size(), ~0U);
  for (unsigned p = 0; p < parameters; ++p)
    if (given.columns[p])
      places[*given.columns[p]] = p;
  unsigned unknowns = parameters;
  for (unsigned &place : places)
    if (place == ~0U)
      place = unknowns++;
  std::vector<LinearSystem::Row> rows = given.system.rows();
  for (LinearSystem::Row &row : rows)
    for (auto &[unknown, coefficient] : row.coefficients)
      unknown = places[unknown];
  isl_basic_set *set = build(context, rows, unknowns, std::nullopt, false);
  set = isl_basic_set_project_out(set, isl_dim_set, parameters, unknowns - parameters);
  return isl_set_remove_divs(isl_set_from_basic_set(set));
}

/// Reads the rows of a basic set without divisions.
static Conjunction readRows(isl_basic_set *set, unsigned parameters) {
  Conjunction rows;
  for (bool isEquality : {true, false}) {
    isl_mat *matrix = isEquality ? isl_basic_set_equalities_matrix(set, isl_dim_set, isl_dim_div,
                                                                   isl_dim_param, isl_dim_cst)
                                 : isl_basic_set_inequalities_matrix(set, isl_dim_set, isl_dim_div,
                                                                     isl_dim_param, isl_dim_cst);
    for (int line = 0; line < isl_mat_rows(matrix); ++line) {
      LinearSystem::Row row;
      row.isEquality = isEquality;
      for (unsigned p = 0; p < parameters; ++p)
        if (Coefficient c = toCoefficient(isl_mat_get_element_val(matrix, line, p)); c != 0)
          row.coefficients.emplace_back(p, c);
      row.constant = toCoefficient(isl_mat_get_element_val(matrix, line, parameters));
      rows.push_back(std::move(row));
    }
    isl_mat_free(matrix);
  }
  return rows;
}

static std::vector<Conjunction>
findValuesWithoutSolution(const IntegerSolver &solver, const std::vector<ParametricSystem> &systems,
                          const ParametricSystem &context,
                          const std::vector<ParametricSystem> &wanted);

std::vector<Conjunction> valuesWithoutSolution(const IntegerSolver &solver,
                                               const std::vector<ParametricSystem> &systems,
                                               const ParametricSystem &context,
                                               const std::vector<ParametricSystem> &wanted) {
  unsigned long work = 0;
  for (const ParametricSystem &each : systems)
    work += 8 * each.system.rows().size() * (each.system.size() + 1);
  if (!solver.spend(work))
    return {};
  Question question('w', solver.budget());
  question.system(context);
  for (const auto *list : {&systems, &wanted}) {
    question.number(Coefficient(list->size()));
    for (const ParametricSystem &each : *list)
      question.system(each);
  }
  return recall<std::vector<Conjunction>>(solver, std::move(question), [&] {
    return findValuesWithoutSolution(solver, systems, context, wanted);
  });
}

static std::vector<Conjunction>
findValuesWithoutSolution(const IntegerSolver &solver, const std::vector<ParametricSystem> &systems,
                          const ParametricSystem &context,
                          const std::vector<ParametricSystem> &wanted) {
  isl_ctx *ctx = solver.context();
  unsigned parameters = static_cast<unsigned>(context.columns.size());
  isl_ctx_reset_operations(ctx);
  isl_ctx_set_max_operations(ctx, 4 * solver.budget());
  isl_set *meets = isl_set_empty(isl_space_set_alloc(ctx, 0, parameters));
  for (const ParametricSystem &each : systems)
    meets = isl_set_union(meets, shadow(ctx, each));
  isl_set *around = shadow(ctx, context);
  // Values that occur: a condition that only holds for others is none.
  constexpr Coefficient Occurring = Coefficient(1) << 48;
  isl_set *large = isl_set_intersect(
      isl_set_copy(around), isl_set_from_basic_set(build(ctx, {}, parameters, Occurring, false)));
  for (const ParametricSystem &each : wanted)
    large = isl_set_intersect(large, shadow(ctx, each));
  // Simplified where the loop runs at all; elsewhere anything may be said.
  isl_set *apart = isl_set_complement(meets);
  isl_set *simple = isl_set_coalesce(isl_set_gist(isl_set_copy(apart), isl_set_copy(around)));
  apart = isl_set_union(apart, isl_set_complement(around));

  std::vector<Conjunction> result;
  isl_set *said = isl_set_empty(isl_set_get_space(apart));
  bool failed = !apart || !large || !simple;
  isl_basic_set_list *parts = isl_set_get_basic_set_list(simple);
  int count = parts ? isl_basic_set_list_n_basic_set(parts) : 0;
  for (int i = 0; i < count && !failed; ++i) {
    isl_basic_set *part = isl_basic_set_list_get_basic_set(parts, i);
    if (isl_basic_set_dim(part, isl_dim_div) == 0) {
      // The parts exclude each other; rows that only serve this go.
      Conjunction rows = readRows(part, parameters);
      for (size_t row = 0; row < rows.size();) {
        Conjunction fewer = rows;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(row));
        isl_set *wider = isl_set_from_basic_set(build(ctx, fewer, parameters, std::nullopt, false));
        if (isl_set_is_subset(wider, apart) == isl_bool_true)
          rows = std::move(fewer);
        else
          ++row;
        isl_set_free(wider);
      }
      isl_set *whole = isl_set_from_basic_set(build(ctx, rows, parameters, std::nullopt, false));
      isl_set *useful = isl_set_intersect(isl_set_copy(whole), isl_set_copy(large));
      if (isl_set_is_subset(whole, apart) == isl_bool_true &&
          isl_set_is_empty(useful) == isl_bool_false &&
          isl_set_is_subset(useful, said) == isl_bool_false) {
        said = isl_set_union(said, isl_set_copy(whole));
        result.push_back(std::move(rows));
      }
      isl_set_free(useful);
      isl_set_free(whole);
    }
    isl_basic_set_free(part);
  }
  isl_basic_set_list_free(parts);
  isl_set_free(said);
  isl_set_free(simple);
  isl_set_free(apart);
  isl_set_free(large);
  isl_ctx_set_max_operations(ctx, 0);
  isl_ctx_reset_error(ctx);
  if (failed)
    result.clear();
  return result;
}

} // namespace loomp
