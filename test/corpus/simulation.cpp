//===- simulation.cpp - particles, agents, queues and dice ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Time steps of games and models: many bodies that move, agents that meet, customers that wait,
// random experiments. A step over bodies that keep to themselves is parallel; chains of events,
// shared dice and shared opponents are not.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <random>
#include <stdexcept>
#include <vector>

namespace {

struct Vec2 {
  double x = 0.0, y = 0.0;

  Vec2 &operator+=(const Vec2 &other) {
    x += other.x;
    y += other.y;
    return *this;
  }
};

struct Body {
  Vec2 position, velocity;
  double mass = 1.0;
};

enum class Health : std::uint8_t { Susceptible, Infected, Recovered };

struct Fighter {
  int health = 100, damage = 1;
  Fighter *opponent = nullptr;
};

int bodiesMade = 0;

struct Spark {
  int id;
  float heat = 1.0f;
  Spark() : id(bodiesMade++) {}
};

/// Dice that are a function of where they are thrown.
std::uint32_t dice(std::uint32_t place, std::uint32_t time) {
  std::uint32_t x = place * 0x9e3779b9u ^ time * 0x85ebca6bu;
  x = (x ^ (x >> 15)) * 0x2c1b3c6du;
  x = (x ^ (x >> 12)) * 0x297a2d39u;
  return x ^ (x >> 15);
}

} // namespace

// Bodies in a box: as an array of structures, and as a structure of arrays.
void move(std::vector<Body> &bodies, double dt) {
  // truth: parallel
  for (Body &body : bodies) {
    body.position += Vec2{body.velocity.x * dt, body.velocity.y * dt};
    if (body.position.x < -1.0 || body.position.x > 1.0)
      body.velocity.x = -body.velocity.x;
    if (body.position.y < -1.0 || body.position.y > 1.0)
      body.velocity.y = -body.velocity.y;
  }
}

class Swarm {
public:
  explicit Swarm(int count) : x_(count), vx_(count) {
    corpus::fill(x_, 21);
    corpus::fill(vx_, 22);
  }

  void step(float dt) {
    const int n = static_cast<int>(x_.size());
    // truth: parallel
    for (int i = 0; i < n; i++)
      x_[i] += dt * vx_[i];
  }

  // Each bird turns to the bird before it, which has turned already.
  void align() {
    const int n = static_cast<int>(x_.size());
    // truth: serial carried-flow-dependence -- i=2 reads vx_[1], which i=1 wrote
    for (int i = 1; i < n; i++)
      vx_[i] += 0.25f * (vx_[i - 1] - vx_[i]);
  }

  double momentum() const {
    double sum = 0.0;
    // truth: parallel -- reduction(+ : sum)
    for (float v : vx_)
      sum += v;
    return sum;
  }

  const std::vector<float> &positions() const { return x_; }

private:
  std::vector<float> x_, vx_;
};

// Gravity: all forces on a body, and each force with its counterforce.
void pull(const std::vector<Body> &bodies, std::vector<Vec2> &force) {
  const int n = static_cast<int>(bodies.size());
  // truth: parallel
  for (int i = 0; i < n; i++) {
    double fx = 0.0, fy = 0.0;
    // truth: parallel -- reduction(+ : fx, fy)
    for (int j = 0; j < n; j++) {
      if (j == i)
        continue;
      const double dx = bodies[j].position.x - bodies[i].position.x;
      const double dy = bodies[j].position.y - bodies[i].position.y;
      const double square = dx * dx + dy * dy + 0.01;
      fx += bodies[j].mass * dx / (square * std::sqrt(square));
      fy += bodies[j].mass * dy / (square * std::sqrt(square));
    }
    force[i] = {fx, fy};
  }
}

void pullBothWays(const std::vector<Body> &bodies, std::vector<double> &force) {
  const int n = static_cast<int>(bodies.size());
  // truth: parallel -- atomic updates: i=0 and i=1 both push body 2
  for (int i = 0; i < n; i++)
    // truth: parallel -- atomic updates, or reduction of force[i]
    for (int j = i + 1; j < n; j++) {
      const double dx = bodies[j].position.x - bodies[i].position.x;
      const double strength = dx / (dx * dx + 0.01);
      force[i] += strength;
      force[j] -= strength;
    }
}

void settle(std::vector<Body> &bodies) {
  const int n = static_cast<int>(bodies.size());
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- i=1 measures from body 1, which i=0 has moved
  for (int i = 0; i < n; i++)
    // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- j=2 measures from body i, which j=1 has moved
    for (int j = i + 1; j < n; j++) {
      const double gap = bodies[j].position.x - bodies[i].position.x;
      if (std::abs(gap) < 0.002) {
        bodies[i].position.x -= 0.25 * gap;
        bodies[j].position.x += 0.25 * gap;
      }
    }
}

double kineticEnergy(const std::vector<Body> &bodies) {
  double energy = 0.0;
  // truth: parallel -- reduction(+ : energy)
  for (const auto &body : bodies)
    energy +=
        0.5 * body.mass * (body.velocity.x * body.velocity.x + body.velocity.y * body.velocity.y);
  return energy;
}

double checkedEnergy(const std::vector<Body> &bodies) {
  double energy = 0.0;
  // truth: serial may-throw -- if body 0 is broken, body 1 is not looked at
  for (const auto &body : bodies) {
    if (!(body.mass > 0.0))
      throw std::runtime_error("a body without mass");
    energy += 0.5 * body.mass * body.velocity.x * body.velocity.x;
  }
  return energy;
}

// A rope: links of one colour at a time, and link after link.
void tightenColour(std::vector<double> &knots, int colour) {
  const int n = static_cast<int>(knots.size());
  // truth: parallel -- link i holds knots i and i + 1, and every second link is visited
  for (int i = colour & 1; i < n - 1; i += 2) {
    const double excess = 0.5 * (knots[i + 1] - knots[i] - 1.0);
    knots[i] += excess;
    knots[i + 1] -= excess;
  }
}

void tighten(std::vector<double> &knots) {
  const int n = static_cast<int>(knots.size());
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- links 0 and 1 both move knot 1
  for (int i = 0; i < n - 1; i++) {
    const double excess = 0.5 * (knots[i + 1] - knots[i] - 1.0);
    knots[i] += excess;
    knots[i + 1] -= excess;
  }
}

void diffuse(std::vector<double> &heat, int steps) {
  std::vector<double> next(heat.size());
  const int n = static_cast<int>(heat.size());
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- step 1 reads the heat of step 0
  for (int step = 0; step < steps; step++) {
    // truth: parallel
    for (int i = 1; i < n - 1; i++)
      next[i] = heat[i] + 0.2 * (heat[i - 1] - 2.0 * heat[i] + heat[i + 1]);
    heat.swap(next);
  }
}

// Charges on a grid: dealt out to two cells each, and felt from there.
void deposit(const std::vector<float> &x, std::vector<double> &cells) {
  // truth: parallel -- atomic updates: charges 0 and 1 may lie in one cell
  for (std::size_t p = 0; p < x.size(); p++) {
    const double place = (x[p] + 1.0) * 100.0;
    const int cell = static_cast<int>(place);
    cells[cell] += 1.0 - (place - cell);
    cells[cell + 1] += place - cell;
  }
}

void feel(const std::vector<double> &cells, const std::vector<float> &x, std::vector<float> &v) {
  // truth: parallel -- even if x and v are the same: each p reads and writes its own element
  for (std::size_t p = 0; p < x.size(); p++) {
    const int cell = static_cast<int>((x[p] + 1.0) * 100.0);
    v[p] += static_cast<float>(0.01 * (cells[cell + 1] - cells[cell]));
  }
}

// Dice: thrown in order, thrown by place, and a cup for each player.
long insideInOrder(int throws) {
  std::uint32_t state = 2463534242u;
  long inside = 0;
  // truth: serial carried-flow-dependence -- throw 1 starts from the state of throw 0
  for (int i = 0; i < throws; i++) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    const double x = (state & 0xffff) / 65536.0, y = (state >> 16) / 65536.0;
    inside += x * x + y * y < 1.0;
  }
  return inside;
}

long insideByPlace(int throws) {
  long inside = 0;
  // truth: parallel -- reduction(+ : inside)
  for (int i = 0; i < throws; i++) {
    const std::uint32_t bits = dice(i, 7);
    const double x = (bits & 0xffff) / 65536.0, y = (bits >> 16) / 65536.0;
    inside += x * x + y * y < 1.0;
  }
  return inside;
}

void shuffleTogether(std::vector<int> &score, std::minstd_rand &cup) {
  // truth: serial hidden-state|carried-flow-dependence -- player 1 throws with the state that player 0 left in cup
  for (int &points : score)
    points += static_cast<int>(cup() % 6);
}

void walk(std::vector<std::uint32_t> &cups, std::vector<int> &place, int steps) {
  const int walkers = static_cast<int>(place.size());
  // truth: parallel -- each walker has a cup
  for (int w = 0; w < walkers; w++)
    // truth: serial carried-flow-dependence|carried-output-dependence -- s needs the cups[w] of s-1
    for (int s = 0; s < steps; s++) {
      cups[w] ^= cups[w] << 13;
      cups[w] ^= cups[w] >> 17;
      cups[w] ^= cups[w] << 5;
      place[w] += cups[w] & 1 ? 1 : -1;
    }
}

// An epidemic: people meet those of yesterday, or those of today.
int infect(const std::vector<Health> &yesterday, std::vector<Health> &today, std::uint32_t day) {
  const std::uint32_t n = static_cast<std::uint32_t>(yesterday.size());
  int cases = 0;
  // truth: parallel -- reduction(+ : cases); if yesterday and today are different vectors
  for (std::uint32_t i = 0; i < n; i++) {
    today[i] = yesterday[i];
    if (yesterday[i] == Health::Infected)
      today[i] = dice(i, day) % 4 == 0 ? Health::Recovered : Health::Infected;
    else if (yesterday[i] == Health::Susceptible &&
             yesterday[dice(i, day + 1000) % n] == Health::Infected) {
      today[i] = Health::Infected;
      cases++;
    }
  }
  return cases;
}

int infectInPlace(std::vector<Health> &people, std::uint32_t day) {
  const std::uint32_t n = static_cast<std::uint32_t>(people.size());
  int cases = 0;
  // truth: serial carried-flow-dependence|carried-anti-dependence -- i=1 may meet person 0, whom i=0 has infected
  for (std::uint32_t i = 0; i < n; i++)
    if (people[i] == Health::Susceptible && people[dice(i, day) % n] == Health::Infected) {
      people[i] = Health::Infected;
      cases++;
    }
  return cases;
}

// A queue: the waiting times of one counter, and days that are independent of each other.
double waitInLine(const double *arrivals, const double *services, double *waits, int n) {
  double wait = 0.0, longest = 0.0;
  // truth: serial carried-flow-dependence|not-a-reduction -- customer 1 waits as 0 has waited
  for (int i = 0; i < n; i++) {
    waits[i] = wait;
    wait = std::max(0.0, wait + services[i] - arrivals[i]);
    longest = std::max(longest, wait);
  }
  return longest;
}

void openDays(const std::array<std::array<double, 120>, 30> &services,
              std::array<double, 30> &longest) {
  // truth: parallel
  for (int day = 0; day < 30; day++) {
    double wait = 0.0, most = 0.0;
    // truth: serial carried-flow-dependence|not-a-reduction -- customer 1 waits as 0 has waited
    for (double service : services[day]) {
      wait = std::max(0.0, wait + service);
      most = std::max(most, wait);
    }
    longest[day] = most;
  }
}

// Accounts: interest for each, and payments from one to another.
void addInterest(std::vector<long> &cents, const std::vector<int> &rate) {
  // truth: parallel
  for (std::size_t a = 0; a < cents.size(); a++)
    cents[a] += cents[a] * rate[a] / 1000;
}

int pay(std::vector<long> &cents, const std::vector<std::array<int, 3>> &payments) {
  int refused = 0;
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- payment 1 may need the money of payment 0
  for (const auto &[from, to, amount] : payments)
    if (cents[from] >= amount) {
      cents[from] -= amount;
      cents[to] += amount;
    } else {
      refused++;
    }
  return refused;
}

// A fight: fighters rest each by himself, and strike an opponent whom others strike, too.
void rest(std::vector<std::unique_ptr<Fighter>> &fighters) {
  // truth: parallel -- no two unique pointers own the same fighter
  for (auto &fighter : fighters)
    fighter->health = std::min(100, fighter->health + fighter->health / 10);
}

void strike(const std::vector<std::unique_ptr<Fighter>> &fighters) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- fighter 0 may have felled fighter 1
  for (const auto &fighter : fighters)
    if (fighter->health > 0)
      fighter->opponent->health -= 7 * fighter->damage;
}

// Sparks: numbered as they are made, cooled, and removed.
void makeSparks(std::array<int, 500> &ids) {
  // truth: serial hidden-state|carried-flow-dependence|role-not-lexical -- sparks 0 and 1 take their number from bodiesMade
  for (int i = 0; i < 500; i++) {
    Spark spark;
    ids[i] = spark.id;
  }
}

void cool(std::vector<Spark> &sparks) {
  // truth: parallel
  for (std::size_t i = 0; i < sparks.size(); i++)
    sparks[i].heat *= 1.0f - 0.001f * static_cast<float>(sparks[i].id % 7);
}

std::size_t removeCold(std::vector<Spark> &sparks, float limit) {
  std::size_t count = sparks.size(), i = 0;
  // truth: serial non-canonical-loop|unsupported-loop-form|carried-flow-dependence|bound-not-invariant -- element i is the spark that was moved there
  while (i < count)
    if (sparks[i].heat < limit)
      sparks[i] = sparks[--count];
    else
      i++;
  return count;
}

// Statistics: as running values, and as sums.
double runningVariance(const std::vector<int> &samples) {
  double mean = 0.0, spread = 0.0;
  int count = 0;
  // truth: serial carried-flow-dependence|not-a-reduction -- sample 1 needs the mean after sample 0
  for (int sample : samples) {
    count++;
    const double change = sample - mean;
    mean += change / count;
    spread += change * (sample - mean);
  }
  return spread / count;
}

double variance(const std::vector<int> &samples) {
  long sum = 0, squares = 0;
  // truth: parallel -- reduction(+ : sum, squares)
  for (int sample : samples) {
    sum += sample;
    squares += 1L * sample * sample;
  }
  const double n = static_cast<double>(samples.size());
  return squares / n - (sum / n) * (sum / n);
}

// Clocks: a report each time that the clock has moved on by an interval.
int reports(std::vector<double> &times, double dt, double interval) {
  double clock = 0.0, due = interval;
  int count = 0;
  // truth: serial floating-point-decision|carried-flow-dependence -- whether i=1 is due depends on the report of i=0
  for (double &time : times) {
    clock += dt;
    if (clock >= due) {
      due += interval;
      count++;
    }
    time = clock;
  }
  return count;
}

void logHealth(const std::vector<Health> &people) {
  // truth: serial observable-order -- the lines of persons 0 and 1 would change places
  for (std::size_t i = 0; i < people.size(); i += 500)
    std::printf("person %zu: %d\n", i, static_cast<int>(people[i]));
}

void sendAll(const std::vector<int> &messages, volatile int *port) {
  // truth: serial volatile-or-atomic|carried-output-dependence -- the device sees messages 0 and 1 in order
  for (std::size_t i = 0; i < messages.size(); i++)
    *port = messages[i];
}

int main() {
  auto numbers = corpus::numbers<double>(2400, 1);
  std::vector<Body> bodies(600);
  auto index = corpus::iota<int>(600);
  std::transform(index.begin(), index.end(), bodies.begin(), [&numbers](int i) {
    return Body{{numbers[4 * i], numbers[4 * i + 1]},
                {numbers[4 * i + 2], numbers[4 * i + 3]},
                1.0 + 0.001 * i};
  });
  move(bodies, 0.5);
  move(bodies, 0.25);
  corpus::print("move", bodies[3].position.x, bodies[77].velocity.x, bodies[599].position.y);
  Swarm swarm(5000);
  swarm.step(0.5f);
  swarm.align();
  corpus::print("Swarm", corpus::sum(swarm.positions()), swarm.momentum());
  std::vector<Vec2> force(600);
  std::vector<double> flat(600);
  pull(bodies, force);
  pullBothWays(bodies, flat);
  corpus::print("pull", force[0].x, force[321].y, force[599].x, corpus::sum(flat));
  settle(bodies);
  corpus::print("settle", bodies[3].position.x, bodies[420].position.x, kineticEnergy(bodies),
                checkedEnergy(bodies));

  auto knots = corpus::numbers<double>(4001, 2);
  tightenColour(knots, 0);
  tightenColour(knots, 1);
  corpus::print("tightenColour", corpus::sum(knots));
  tighten(knots);
  corpus::print("tighten", corpus::sum(knots));
  diffuse(knots, 20);
  corpus::print("diffuse", corpus::sum(knots));
  auto x = corpus::numbers<float>(9000, 3), v = corpus::numbers<float>(9000, 4);
  std::vector<double> cells(202);
  deposit(x, cells);
  feel(cells, x, v);
  corpus::print("deposit", corpus::sum(cells), corpus::sum(v));

  corpus::print("inside", insideInOrder(20000), insideByPlace(20000));
  std::minstd_rand cup(5);
  std::vector<int> score(2000), place(500);
  shuffleTogether(score, cup);
  auto cups = corpus::integers<std::uint32_t>(500, 6, 1, 0xffffffff);
  walk(cups, place, 40);
  corpus::print("walk", corpus::sum(score), corpus::sum(place), corpus::sum(cups));
  std::vector<Health> yesterday(4000), today(4000);
  std::fill(yesterday.begin() + 1000, yesterday.begin() + 1400, Health::Infected);
  int cases = infect(yesterday, today, 3);
  cases += infect(today, yesterday, 4);
  corpus::print("infect", cases, corpus::sum(today), corpus::sum(yesterday));
  cases = infectInPlace(today, 5);
  cases += infect(today, today, 6);
  corpus::print("infectInPlace", cases, corpus::sum(today));
  logHealth(today);

  std::vector<double> waits(2400);
  std::vector<double> services(numbers.rbegin(), numbers.rend());
  double longest = waitInLine(numbers.data(), services.data(), waits.data(), 2400);
  corpus::print("waitInLine", longest, corpus::sum(waits));
  static std::array<std::array<double, 120>, 30> days;
  std::array<double, 30> most;
  corpus::fill(days, 7);
  openDays(days, most);
  corpus::print("openDays", corpus::sum(most));
  auto cents = corpus::integers<long>(1000, 8, 0, 50000);
  auto rate = corpus::integers<int>(1000, 9, 1, 60);
  addInterest(cents, rate);
  corpus::print("addInterest", corpus::sum(cents));
  auto who = corpus::integers<int>(3001, 10, 0, 999);
  std::vector<std::array<int, 3>> payments(3000);
  std::transform(who.begin(), who.end() - 1, who.begin() + 1, payments.begin(),
                 [](int from, int to) { return std::array<int, 3>{from, to, 13 * from}; });
  int refused = pay(cents, payments);
  corpus::print("pay", refused, corpus::sum(cents));

  std::vector<std::unique_ptr<Fighter>> fighters(1000);
  std::generate(fighters.begin(), fighters.end(), [] { return std::make_unique<Fighter>(); });
  std::transform(fighters.begin(), fighters.end(), who.begin(), fighters.begin(),
                 [&fighters](std::unique_ptr<Fighter> &fighter, int other) {
                   fighter->opponent = fighters[other / 8].get();
                   fighter->damage = 1 + other % 3;
                   return std::move(fighter);
                 });
  strike(fighters);
  rest(fighters);
  std::vector<int> health(1000);
  std::transform(fighters.begin(), fighters.end(), health.begin(),
                 [](const auto &fighter) { return fighter->health; });
  corpus::print("strike", corpus::sum(health));

  std::array<int, 500> ids;
  makeSparks(ids);
  std::vector<Spark> sparks(3000);
  cool(sparks);
  std::size_t left = removeCold(sparks, 0.997f);
  corpus::print("sparks", corpus::sum(ids), left, sparks[1].id, sparks[700].id);
  corpus::print("variance", runningVariance(health), variance(health));
  int count = reports(waits, 0.01, 0.3);
  corpus::print("reports", count, corpus::sum(waits));
  volatile int port = 0;
  sendAll(health, &port);
  corpus::print("sendAll", static_cast<int>(port));
}
