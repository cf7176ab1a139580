#pragma once
// What `.loomp.yaml` vouches for; work.cpp shows that two of the promises are broken.
double patient(int i); ///< takes its time, wherever it runs
double crowded(int i); ///< takes its time beside other threads
double counted(int i); ///< counts its calls
