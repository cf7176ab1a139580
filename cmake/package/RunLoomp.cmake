#===- RunLoomp.cmake - loomp over the sources of one target ----------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: cmake -P RunLoomp.cmake COMMAND BUILD DESCRIPTION
#
# DESCRIPTION is what LoompFunctions.cmake wrote of the target. A script takes more sources than a
# command line of a shell does.
#
#===------------------------------------------------------------------------===#

cmake_minimum_required(VERSION 3.20)

set(command "${CMAKE_ARGV3}")
set(build "${CMAKE_ARGV4}")
include("${CMAKE_ARGV5}")

set(files "")
foreach(source IN LISTS sources)
  cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${folder}" NORMALIZE)
  if(source MATCHES "\\.(c|C|cc|cpp|CPP|cxx|c\\+\\+)$" AND NOT source IN_LIST excluded)
    list(APPEND files "${source}")
  endif()
endforeach()
list(REMOVE_DUPLICATES files)
if(NOT files)
  message(STATUS "loomp ${command}: no source of C or C++")
  return()
endif()
if(command STREQUAL fix) # two targets may share a source or a header
  file(LOCK "${build}/loomp-fix.lock" GUARD PROCESS)
endif()
execute_process(COMMAND "${loomp}" ${command} -p "${build}" ${options} ${files}
                RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "loomp ${command} ended with status ${status}")
endif()
