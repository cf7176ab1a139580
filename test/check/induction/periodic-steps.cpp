// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Counters that move in every second or third iteration, and what is subscripted by them. Twins:
// remainders that do not repeat, or that are of something else; places that two iterations share.
float a[1000];
int data[1000];
unsigned counted(long n) {
  unsigned q = 5;
  // loomp: parallel induction(q) -- 5 + (i + 2) / 3
  for (long i = 0; i < n; i++) {
    a[i] = q;
    if (i % 3 == 0)
      q++;
  }
  return q;
}
long subscript(long n) {
  long q = 5;
  // loomp: parallel induction(q) -- two of three iterations write, each another element
  for (long i = 0; i < n; i++)
    if (i % 3) {
      a[q] = i;
      q++;
    }
  return q;
}
long postfix(int n) {
  long q = 0;
  // loomp: parallel induction(q)
  for (int i = 1; i < n; ++i)
    if (i % 2 == 1)
      a[q++] = i;
  return q;
}
long bothWays(int n) {
  long q = 0;
  // loomp: parallel induction(q) -- by 1 and by 2 in turn
  for (int i = 0; i < n; ++i) {
    a[q] = i;
    if (i % 2)
      q++;
    else
      q += 2;
  }
  return q;
}
long backAndForth(int n) {
  long q = 100;
  // loomp: not-parallel -- two steps up, one down, to the same place again
  for (int i = 0; i < n; ++i) {
    a[q] = i;
    if (i % 3)
      q++;
    else
      q--;
  }
  return q;
}
long behind(long n) {
  long q = 5;
  // loomp: parallel induction(q) -- in all iterations
  for (long i = 0; i < n; i += 2) {
    if (i % 2 == 0)
      q++;
    a[q] = i;
  }
  return q;
}
long behindSome(long n) {
  long q = 5;
  // loomp: not-parallel -- three iterations write one element
  for (long i = 0; i < n; i += 2) {
    if (i % 3 == 0)
      q++;
    a[q] = i;
  }
  return q;
}
long behindApart(long n) {
  long q = 5;
  // loomp: parallel induction(q) -- one more, and one more again in every third iteration
  for (long i = 0; i < n; i += 2) {
    if (i % 3 == 0)
      q++;
    a[q] = i;
    q++;
  }
  return q;
}
long never(long n) {
  long q = 5;
  // loomp: parallel -- in none
  for (long i = 1; i < n; i += 2) {
    if (i % 2 == 0)
      q++;
    a[i] = q;
  }
  return q;
}
long masked(int n) {
  long q = 0;
  // loomp: parallel induction(q)
  for (int i = 0; i < n; ++i) {
    a[i] = q;
    if ((i & 3) == 2)
      q += 7;
  }
  return q;
}
long compared(int n) {
  long q = 0;
  // loomp: parallel induction(q)
  for (int i = 0; i < n; ++i) {
    a[i] = q;
    if ((i + 1) % 5 < 2)
      q += 7;
  }
  return q;
}
long halves(int n) {
  long q = 0;
  // loomp: parallel induction(q)
  for (int i = 0; i < n; ++i) {
    a[i] = q;
    if (i / 2 % 2 == 0)
      q += 3;
  }
  return q;
}
long down() {
  long q = 0;
  // loomp: parallel induction(q)
  for (int i = 90; i > 0; --i) {
    a[i] = q;
    if (i % 4 == 1)
      q += 3;
  }
  return q;
}
long twoConditions(int n) {
  long q = 0;
  // loomp: parallel induction(q)
  for (int i = 0; i < n; ++i) {
    a[i] = q;
    if (i % 2 == 0)
      q += 3;
    if (i % 3 == 0)
      q += 5;
  }
  return q;
}
long chosen(int n) {
  long q = 0;
  // loomp: parallel induction(q) -- each iteration moves it on
  for (int i = 0; i < n; ++i) {
    a[q] = i;
    q += i % 3 == 0 ? 2 : 1;
  }
  return q;
}
long chosenBehind(int n, int m) {
  long q = 0;
  // loomp: parallel induction(q) -- by another step from m on
  for (int i = 0; i < n; ++i) {
    q += i < m ? 3 : 2;
    a[i] = q;
  }
  return q;
}
long truth(int n) {
  long q = 0;
  // loomp: parallel induction(q)
  for (int i = 0; i < n; ++i) {
    q += i % 2 == 0;
    a[i] = q;
  }
  return q;
}
long truthOfData(int n) {
  long q = 0;
  // loomp: not-parallel -- how many of them are even
  for (int i = 0; i < n; ++i) {
    q += data[i] % 2 == 0;
    a[i] = q;
  }
  return q;
}
long butOne(int n) {
  long q = 0;
  // loomp: parallel induction(q) -- the iterations with another remainder write elements of their own
  for (int i = 0; i < n; ++i)
    if (i % 5 != 1) {
      a[q] = i;
      q++;
    }
  return q;
}
long butOneAndOthers(int n) {
  long q = 0;
  // loomp: not-parallel -- the element of iteration 1 is that of iteration 2
  for (int i = 0; i < n; ++i) {
    a[q] = i;
    if (i % 5 != 1)
      q++;
  }
  return q;
}
long notDivided(int n) {
  long q = 0;
  // loomp: parallel induction(q)
  for (int i = 0; i < n; ++i) {
    q += !(i % 3);
    a[i] = q;
  }
  return q;
}
long divides(int n) {
  long q = 0;
  // loomp: parallel induction(q) -- 0 is left of -3 as of 3
  for (int i = -7; i < n; ++i) {
    a[i + 7] = q;
    if (i % 3 == 0)
      q += 2;
  }
  return q;
}
long negative(int n) {
  long q = 0;
  // loomp: not-parallel -- -3 % 2 is -1
  for (int i = -7; i < n; ++i) {
    a[i + 7] = q;
    if (i % 2 == 1)
      q += 2;
  }
  return q;
}
long fromAnywhere(int lo, int n) {
  long q = 0;
  // loomp: not-parallel -- which ones these are depends on the start
  for (int i = lo; i < n; ++i) {
    a[i] = q;
    if (i % 3 == 0)
      q += 2;
  }
  return q;
}
long ofData(int n) {
  long q = 0;
  // loomp: not-parallel -- nobody knows how many of them are odd
  for (int i = 0; i < n; ++i) {
    a[i] = q;
    if (data[i] % 2 == 1)
      q += 2;
  }
  return q;
}
long ofItself(int n) {
  long q = 0;
  // loomp: not-parallel -- it decides whether it moves
  for (int i = 0; i < n; ++i) {
    a[i] = q;
    if (q % 4 < 2)
      q += 3;
  }
  return q;
}
long ofWritten(int n) {
  long q = 0;
  // loomp: not-parallel -- the condition reads what the loop writes
  for (int i = 0; i < n; ++i) {
    a[i] = q;
    if (data[0] % 3 == 0)
      q += 2;
    data[i] = i;
  }
  return q;
}
long ofSquare(int n) {
  long q = 0;
  // loomp: not-parallel -- a remainder of a product
  for (int i = 0; i < n; ++i) {
    a[i] = q;
    if (i * i % 7 == 2)
      q += 2;
  }
  return q;
}
long reset(int n) {
  long q = 0;
  // loomp: not-parallel -- it starts again
  for (int i = 0; i < n; ++i) {
    a[q] = i;
    if (i % 3 == 0)
      q = 0;
    else
      q++;
  }
  return q;
}
long left(int n) {
  long q = 0;
  // loomp: not-parallel -- the loop may be left in the middle
  for (int i = 0; i < n; ++i) {
    a[i] = q;
    if (i % 3 == 0) {
      if (data[i] < 0)
        break;
      q += 2;
    }
  }
  return q;
}
long skipped(int n) {
  long q = 0;
  // loomp: not-parallel -- data decides whether an iteration comes that far
  for (int i = 0; i < n; ++i) {
    a[i] = q;
    if (data[i] < 0)
      continue;
    if (i % 3 == 0)
      q += 2;
  }
  return q;
}
long nestedConditions(int n) {
  long q = 0;
  // loomp: not-parallel -- one condition within another
  for (int i = 0; i < n; ++i) {
    a[i] = q;
    if (i % 3 == 0)
      if (data[i] > 0)
        q += 2;
  }
  return q;
}
unsigned wraps(int n) {
  unsigned char q = 0;
  // loomp: not-parallel -- after 512 iterations it is 0 again
  for (int i = 0; i < n; ++i)
    if (i % 2 == 0)
      a[q++] = i;
  return q;
}
