#===- LoompFunctions.cmake - loomp as targets of a build -------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
#   loomp_check(TARGET... [OPTIONS OPTION...])
#   loomp_fix(TARGET... [OPTIONS OPTION...])
#
# add for each target `loomp-check-TARGET` or `loomp-fix-TARGET`, which run loomp over its sources,
# and `loomp-check` or `loomp-fix`, which build all of these. The target itself is built first, so
# that generated sources and headers are there. OPTIONS go to loomp as they are.
#
# The C and C++ sources of a target are found when the build is generated: those that are added
# later count, and generator expressions in their names are evaluated. loomp_fix leaves generated
# sources alone.
#
#===------------------------------------------------------------------------===#

set(_loomp_folder ${CMAKE_CURRENT_LIST_DIR})

function(loomp_check)
  _loomp_add(check ${ARGV})
endfunction()

function(loomp_fix)
  _loomp_add(fix ${ARGV})
endfunction()

function(_loomp_add command)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" OPTIONS)
  if(NOT arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "loomp_${command}: no target is given")
  endif()
  if(NOT CMAKE_GENERATOR MATCHES "Ninja|Makefiles")
    message(FATAL_ERROR "loomp_${command}: the generator '${CMAKE_GENERATOR}' writes no "
                        "compile_commands.json; use Ninja or Makefiles")
  endif()
  if(NOT TARGET loomp-${command})
    add_custom_target(loomp-${command})
  endif()
  foreach(name IN LISTS arg_UNPARSED_ARGUMENTS)
    _loomp_compiled_target(target ${command} ${name})
    set(run loomp-${command}-${target})
    if(TARGET ${run})
      message(FATAL_ERROR "loomp_${command}: '${name}' is given a second time")
    endif()
    set_property(TARGET ${target} PROPERTY EXPORT_COMPILE_COMMANDS ON)
    add_custom_target(${run}
      COMMAND ${CMAKE_COMMAND} -P ${_loomp_folder}/RunLoomp.cmake ${command}
              ${CMAKE_BINARY_DIR} ${CMAKE_CURRENT_BINARY_DIR}/${run}-$<CONFIG>.cmake
      COMMENT "loomp ${command}: the sources of '${target}'"
      VERBATIM USES_TERMINAL) # one at a time, with colours
    set_property(TARGET ${run} PROPERTY LOOMP_OPTIONS "${arg_OPTIONS}")
    add_dependencies(${run} ${target})
    add_dependencies(loomp-${command} ${run})
    cmake_language(EVAL CODE "cmake_language(DEFER CALL _loomp_describe ${command} ${target})")
  endforeach()
endfunction()

# Sets `result` to the target that `name` stands for, if that is one with sources to compile.
function(_loomp_compiled_target result command name)
  if(NOT TARGET ${name})
    message(FATAL_ERROR "loomp_${command}: there is no target '${name}'")
  endif()
  get_target_property(aliased ${name} ALIASED_TARGET)
  if(aliased)
    set(name ${aliased})
  endif()
  get_target_property(type ${name} TYPE)
  get_target_property(is_imported ${name} IMPORTED)
  if(is_imported OR NOT type MATCHES "^(EXECUTABLE|(STATIC|SHARED|MODULE|OBJECT)_LIBRARY)$")
    message(FATAL_ERROR "loomp_${command}: '${name}' has no sources to compile")
  endif()
  get_target_property(is_unity ${name} UNITY_BUILD)
  if(is_unity)
    message(FATAL_ERROR "loomp_${command}: '${name}' is a unity build, whose sources are not in "
                        "compile_commands.json; switch UNITY_BUILD off")
  endif()
  set(${result} ${name} PARENT_SCOPE)
endfunction()

# Called at the end of the directory, when all is known: writes what RunLoomp.cmake reads.
function(_loomp_describe command target)
  set(run loomp-${command}-${target})
  get_target_property(options ${run} LOOMP_OPTIONS)
  get_target_property(folder ${target} SOURCE_DIR)
  get_target_property(sources ${target} SOURCES)
  string(GENEX_STRIP "${sources}" sources)
  set(excluded "")
  foreach(source IN LISTS sources)
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${folder}" NORMALIZE OUTPUT_VARIABLE path)
    foreach(property HEADER_FILE_ONLY GENERATED)
      get_source_file_property(${property} "${path}" TARGET_DIRECTORY ${target} ${property})
    endforeach()
    if(HEADER_FILE_ONLY OR (GENERATED AND command STREQUAL fix))
      list(APPEND excluded "${path}")
    endif()
  endforeach()

  file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${run}-$<CONFIG>.cmake CONTENT
"set(loomp [==[$<TARGET_FILE:loomp::loomp>]==])
set(options [==[${options}]==])
set(folder [==[${folder}]==])
set(sources [==[$<TARGET_PROPERTY:${target},SOURCES>]==])
set(excluded [==[${excluded}]==])
")
endfunction()
