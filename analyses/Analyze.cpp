#include "analyses/Analyze.h"
loomp::TranslationUnitResult loomp::analyze(clang::ASTContext &, const AnalysisOptions &) { return {}; }
