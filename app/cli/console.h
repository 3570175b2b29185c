#pragma once
// Standard output for what was asked for, standard error for words to people, the terminal for
// secrets.

#include "core/base/result.h"
#include "core/workspace/problem.h"

#include <QString>
#include <optional>

namespace mend::cli {

struct Context;

void print(const QString& line); // standard output
void tell(const QString& line);  // standard error
bool printed();                  // whether all of it went out
// The sentence for a problem, on standard error; gives the exit code that goes with it.
int report(Problem problem);
// What went wrong with the command line; gives WrongUsage.
int wrongUsage(const QString& why);

// The passphrase from the file that was named (its first line), or asked without echo. `again`:
// asked twice when it comes from a terminal, for a new one. Called again, it reads the file's next
// line. Nothing: could not be read; told already.
std::optional<QString> readPassphrase(const Context& context, const QString& prompt,
                                      bool again = false);

} // namespace mend::cli
