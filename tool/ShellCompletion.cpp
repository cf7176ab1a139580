//===- ShellCompletion.cpp - completion from the tables of options --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Each shell gets a script that knows the commands, the options of each, what their values are, and
// which files hold sources. Behind `FILE:` of `loomp explain` the lines follow that have the
// keyword of a loop. What stands after `--` is the compiler's: files, as the shell finds them.
//
//===----------------------------------------------------------------------===//

#include "tool/Help.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/FormatVariadic.h"

#include <map>

using namespace llvm;

namespace loomp {

static std::string completionForBash();
static std::string completionForZsh();
static std::string completionForFish();

std::string shellCompletion(StringRef shell) {
  std::string head = "made by 'loomp --print-completion=" + shell.str() + "'\n";
  if (shell == "bash")
    return "# " + head + completionForBash();
  if (shell == "zsh")
    return "#compdef loomp\n# " + head + completionForZsh();
  return "# " + head + completionForFish();
}

//===----------------------------------------------------------------------===//
// What a value is
//===----------------------------------------------------------------------===//

enum class ValueKind { None, Choice, Choices, File, Folder, Program, Other };

static ValueKind valueKindOf(StringRef argument, StringRef choices) {
  if (argument.empty())
    return ValueKind::None;
  if (!choices.empty())
    return argument.ends_with(",...") ? ValueKind::Choices : ValueKind::Choice;
  return StringSwitch<ValueKind>(argument)
      .StartsWith("FILE", ValueKind::File)
      .Case("BUILD", ValueKind::Folder)
      .Case("COMPILER", ValueKind::Program)
      .Default(ValueKind::Other);
}

static std::string wordsOf(StringRef choices) { return join(choicesOf(choices), " "); }

static constexpr StringLiteral sourceSuffixes[] = {"c", "cc", "cpp", "cxx", "c++",
                                                   "C", "h",  "hh",  "hpp", "hxx"};

/// In single quotes of a shell.
static std::string quoted(StringRef text) {
  std::string result = "'";
  for (char c : text)
    result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

//===----------------------------------------------------------------------===//
// bash
//===----------------------------------------------------------------------===//

static constexpr StringLiteral bashHelpers = R"~(
# Adds the files with the suffixes of C and C++, and folders.
_loomp_sources() {
  local file
  compopt -o filenames
  while IFS= read -r file; do
    if [[ -d $file ]]; then
      COMPREPLY+=("$file")
    else
      case ${file##*/} in
        *.@suffixes@) COMPREPLY+=("$file") ;;
      esac
    fi
  done < <(compgen -f -- "$1")
}

# Adds those lines of the file in FILE:LINE in which loops may start. FILE is as it was typed.
_loomp_lines() {
  local file=${1%:*} line
  compopt +o default +o bashdefault
  while IFS=: read -r line _; do
    [[ $file:$line == "$1"* ]] && COMPREPLY+=("$file:$line")
  done < <(command grep -nwE 'for|while|do' -- "${file//[\\\"\']/}" 2>/dev/null)
}
)~";

static constexpr StringLiteral bashValues = R"~(
# Adds what an option may be set to, or leaves files to bash. Fails if the option takes no value.
_loomp_value() {
  local option=$1 value=$2 before choices
  case $option in
@values@    *) return 1 ;;
  esac
  COMPREPLY=($(compgen -P "$before" -W "$choices" -- "${value#"$before"}"))
}
)~";

static constexpr StringLiteral bashMain = R"~(
_loomp() {
  COMPREPLY=()
  # Bash also splits words at '=' and ':'. Put them together again, up to the cursor.
  local words=() rest=${COMP_LINE:0:COMP_POINT} behind word i
  for ((i = 0; i <= COMP_CWORD; i++)); do
    behind=${rest#"${rest%%[![:space:]]*}"}
    word=${COMP_WORDS[i]}
    ((i < COMP_CWORD)) || word=$behind
    if ((i > 0)) && [[ $behind == "$rest" ]]; then
      words[${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
    rest=${behind#"$word"}
  done

  local last=$((${#words[@]} - 1))
  local current=${words[last]} previous= command=${words[1]-} options
  ((last > 1)) && previous=${words[last - 1]}
  for ((i = 2; i < last; i++)); do
    [[ ${words[i]} == -- ]] && return # the rest is the compiler's
  done
  if ((last > 1)) && [[ $previous == -* ]] && _loomp_value "$previous" "$current"; then
    :
  elif [[ $current == --*=* ]]; then
    _loomp_value "${current%%=*}" "${current#*=}"
    [[ $COMP_WORDBREAKS == *=* ]] || COMPREPLY=("${COMPREPLY[@]/#/${current%%=*}=}")
  elif ((last <= 1)); then
    COMPREPLY=($(compgen -W @commands@ -- "$current"))
  else
    case $command in
@options@      *) return ;;
    esac
    if [[ $current == -* ]]; then
      COMPREPLY=($(compgen -W "$options" -- "$current"))
    elif [[ $command == explain && $current == *:* ]]; then
      _loomp_lines "$current"
      if [[ $COMP_WORDBREAKS == *:* ]]; then
        COMPREPLY=("${COMPREPLY[@]#"${current%:*}":}")
      fi
    elif [[ $command == lsp ]]; then
      compopt +o default +o bashdefault
    else
      _loomp_sources "$current"
      [[ $command == explain ]] && compopt -o nospace # a line follows
    fi
  fi
  [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
}

complete -o bashdefault -o default -F _loomp loomp
)~";

static std::string replaced(StringRef text, StringRef mark, StringRef value) {
  auto [before, after] = text.split(mark);
  return (before + value + after).str();
}

static SmallVector<StringRef> namesOf(const OptionInfo &option) {
  SmallVector<StringRef> names = {option.name};
  if (!option.shortName.empty())
    names.push_back(option.shortName);
  return names;
}

/// `--name=` or `--name`, of the options that a command takes.
static std::string optionWords(const CommandInfo &command) {
  std::string words;
  for (const OptionInfo &option : optionTable())
    for (StringRef name : namesOf(option))
      if (option.commands & command.bit)
        words += name.str() + (option.argument.empty() || separatorOf(name) == " " ? " " : "= ");
  return words + "--help";
}

/// What bash does for a value. Empty: the option takes none.
static std::string bashAction(StringRef argument, StringRef choices) {
  switch (valueKindOf(argument, choices)) {
  case ValueKind::None:
    return "";
  case ValueKind::Choice:
    return "choices=" + quoted(wordsOf(choices));
  case ValueKind::Choices:
    return "choices=" + quoted(wordsOf(choices)) +
           " before=${value%\"${value##*,}\"}; compopt -o nospace";
  case ValueKind::File:
    return "return 0";
  case ValueKind::Folder:
    return "compopt -o dirnames && return 0";
  case ValueKind::Program:
    return "COMPREPLY=($(compgen -c -- \"$value\")) && return 0";
  case ValueKind::Other:
    return "compopt +o default +o bashdefault && return 0";
  }
  llvm_unreachable("unknown kind of value");
}

static std::string completionForBash() {
  std::string commands, options, values;
  std::map<std::string, std::string> optionsByAction;
  auto addValue = [&](StringRef name, const std::string &action) {
    std::string &names = optionsByAction[action];
    names += (names.empty() ? "" : " | ") + name.str();
  };
  for (const CommandInfo &command : commandTable()) {
    commands += command.name.str() + " ";
    options += formatv("      {0}) options={1} ;;\n", command.name, quoted(optionWords(command)));
  }
  for (const OptionInfo &option : optionTable())
    for (StringRef name : namesOf(option))
      addValue(name, bashAction(option.argument, option.choices));
  for (const GeneralOptionInfo &option : generalOptionTable()) {
    addValue(option.name, bashAction(option.argument, option.choices));
    commands += option.name.str() + (option.argument.empty() ? " " : "= ");
  }
  for (const auto &[action, names] : optionsByAction)
    if (!action.empty())
      values += formatv("    {0}) {1} ;;\n", names, action);

  std::string text = replaced(bashHelpers, "@suffixes@", join(ArrayRef(sourceSuffixes), " | *."));
  text += replaced(bashValues, "@values@", values);
  text += replaced(bashMain, "@commands@", quoted(StringRef(commands).rtrim()));
  return replaced(text, "@options@", options);
}

//===----------------------------------------------------------------------===//
// zsh
//===----------------------------------------------------------------------===//

static constexpr StringLiteral zshHelpers = R"~(
_loomp_pattern='*.(@suffixes@)(-.)'

_loomp_sources() {
  _files -g $_loomp_pattern
}

# FILE:LINE; behind the colon those lines in which loops may start.
_loomp_places() {
  if [[ $PREFIX == *:* ]]; then
    local file=${(Q)PREFIX%:*}
    local -a lines=(${(f)"$(command grep -nwE 'for|while|do' -- $file 2>/dev/null)"})
    compset -P '*:'
    compadd -- ${lines%%:*}
  else
    local ret=1
    _path_files -/ && ret=0
    _path_files -S ':' -g $_loomp_pattern && ret=0
    return ret
  fi
}

_loomp() {
  local curcontext=$curcontext state line ret=1
  typeset -A opt_args
)~";

static constexpr StringLiteral zshEnd = R"~(      esac ;;
  esac
  return ret
}

if [[ $funcstack[1] == _loomp ]]; then
  _loomp "$@"
else
  compdef _loomp loomp
fi
)~";

/// What `_arguments` would take for its own syntax.
static std::string zshText(StringRef text) {
  std::string result;
  for (char c : text)
    result += StringRef("[]:\\").contains(c) ? std::string("\\") + c : std::string(1, c);
  return result;
}

/// One argument of `_arguments`.
static std::string zshOption(StringRef name, StringRef argument, StringRef choices, StringRef help,
                             StringRef excludes) {
  std::string spec = excludes.str() + name.str();
  if (!argument.empty() && separatorOf(name) == "=")
    spec += "=";
  spec += "[" + zshText(help) + "]";
  if (!argument.empty())
    spec += ":" + zshText(argument) + ":";
  switch (valueKindOf(argument, choices)) {
  case ValueKind::Choice:
    spec += "(" + wordsOf(choices) + ")";
    break;
  case ValueKind::Choices:
    spec += "_sequence compadd - " + wordsOf(choices);
    break;
  case ValueKind::File:
    spec += "_files";
    break;
  case ValueKind::Folder:
    spec += "_files -/";
    break;
  case ValueKind::Program:
    spec += "_command_names -e";
    break;
  case ValueKind::None:
  case ValueKind::Other:
    break;
  }
  return quoted(spec);
}

static std::string completionForZsh() {
  std::string text = replaced(zshHelpers, "@suffixes@", join(ArrayRef(sourceSuffixes), "|"));
  text += "  _arguments -C \\\n";
  for (const GeneralOptionInfo &option : generalOptionTable())
    text += "    " +
            zshOption(option.name, option.argument, option.choices,
                      helpOf(option.help, option.choices, false), "(- : *)") +
            " \\\n";
  text += "    '1: :->command' '*:: :->arguments' && ret=0\n"
          "  case $state in\n"
          "    command)\n"
          "      local -a commands=(\n";
  for (const CommandInfo &command : commandTable())
    text += "        " + quoted(zshText(command.name) + ":" + zshText(command.help)) + "\n";
  text += "      )\n"
          "      _describe -t commands 'command of loomp' commands && ret=0 ;;\n"
          "    arguments)\n"
          "      curcontext=${curcontext%:*:*}:loomp-$words[1]:\n"
          "      case $words[1] in\n";
  for (const CommandInfo &command : commandTable()) {
    text += formatv("        {0}) _arguments -S \\\n", command.name);
    for (const OptionInfo &option : optionTable())
      for (StringRef name : namesOf(option))
        if (option.commands & command.bit)
          text += "          " +
                  zshOption(name, option.argument, option.choices,
                            helpOf(option.help, option.choices, true),
                            option.argument.empty() ? "" : "*") +
                  " \\\n";
    text += "          '(- : *)--help[the options of the command]'";
    if (command.command == Command::Explain)
      text += " '1:FILE\\:LINE:_loomp_places'";
    else if (!command.operands.empty())
      text += " '*:FILE:_loomp_sources'";
    text += " && ret=0 ;;\n";
  }
  return text + zshEnd.str();
}

//===----------------------------------------------------------------------===//
// fish
//===----------------------------------------------------------------------===//

static constexpr StringLiteral fishHelpers = R"~(
# The command of the line is one of these, and the compiler's flags have not begun.
function __loomp_is
    set -l words (commandline -opc)
    test (count $words) -gt 1; and contains -- $words[2] $argv; and not contains -- -- $words
end

function __loomp_has_no_command
    test (count (commandline -opc)) -eq 1
end

# FILE:LINE; behind the colon those lines in which loops may start.
function __loomp_places
    set -l current (commandline -ct)
    if string match -q '*:*' -- $current
        set -l file (string replace -r ':[^:]*$' '' -- $current)
        string replace -r '^(\d+):\s*(.*)$' "$file:\$1\t\$2" -- \
            (command grep -nwE 'for|while|do' -- $file 2>/dev/null)
    else
        __fish_complete_suffix @suffixes@
    end
end

)~";

/// One option of the commands for which `condition` holds.
static std::string fishOption(StringRef condition, StringRef name, StringRef argument,
                              StringRef choices, StringRef help) {
  std::string value;
  switch (valueKindOf(argument, choices)) {
  case ValueKind::None:
    break;
  case ValueKind::Choice:
    value = " -x -a " + quoted(wordsOf(choices));
    break;
  case ValueKind::Choices:
    value = " -x -a " +
            quoted("(__fish_complete_list , 'string split \" \" \"" + wordsOf(choices) + "\"')");
    break;
  case ValueKind::File:
    value = " -r -F";
    break;
  case ValueKind::Folder:
    value = " -x -a '(__fish_complete_directories)'";
    break;
  case ValueKind::Program:
    value = " -x -a '(__fish_complete_command)'";
    break;
  case ValueKind::Other:
    value = " -x";
    break;
  }
  return formatv("complete -c loomp -n {0} {1} {2}{3} -d {4}\n", quoted(condition),
                 name.starts_with("--") ? "-l" : "-s", name.ltrim('-'), value, quoted(help));
}

static std::string completionForFish() {
  std::string suffixes = "." + join(ArrayRef(sourceSuffixes), " .");
  std::string text = replaced(fishHelpers, "@suffixes@", suffixes);
  for (const CommandInfo &command : commandTable()) {
    text += formatv("complete -c loomp -n __loomp_has_no_command -f -a {0} -d {1}\n", command.name,
                    quoted(command.help));
    std::string words = command.command == Command::Explain ? "(__loomp_places)"
                        : command.operands.empty() ? ""
                                                   : "(__fish_complete_suffix " + suffixes + ")";
    text += formatv("complete -c loomp -n {0} -f{1}\n", quoted("__loomp_is " + command.name.str()),
                    words.empty() ? "" : " -k -a " + quoted(words));
  }
  for (const GeneralOptionInfo &option : generalOptionTable())
    text += fishOption("__loomp_has_no_command", option.name, option.argument, option.choices,
                       helpOf(option.help, option.choices, false));
  for (const OptionInfo &option : optionTable()) {
    std::string condition = "__loomp_is";
    for (const CommandInfo &command : commandTable())
      if (option.commands & command.bit)
        condition += " " + command.name.str();
    for (StringRef name : namesOf(option))
      text += fishOption(condition, name, option.argument, option.choices,
                         helpOf(option.help, option.choices, true));
  }
  return text;
}

} // namespace loomp
