# Unit tests of verification, and the driver of its lit tests.
add_library(loomp-verify OBJECT
  ${CMAKE_SOURCE_DIR}/tool/verify/Bench.cpp
  ${CMAKE_SOURCE_DIR}/tool/verify/Build.cpp
  ${CMAKE_SOURCE_DIR}/tool/verify/CompareOutput.cpp
  ${CMAKE_SOURCE_DIR}/tool/verify/CopyTree.cpp
  ${CMAKE_SOURCE_DIR}/tool/verify/Process.cpp
  ${CMAKE_SOURCE_DIR}/tool/verify/ProcessTree.cpp
  ${CMAKE_SOURCE_DIR}/tool/verify/Project.cpp
  ${CMAKE_SOURCE_DIR}/tool/verify/Race.cpp
  ${CMAKE_SOURCE_DIR}/tool/verify/SourceMirror.cpp
  ${CMAKE_SOURCE_DIR}/tool/verify/Verify.cpp
  ${CMAKE_SOURCE_DIR}/tool/verify/VerifyReport.cpp)
target_include_directories(loomp-verify PUBLIC ${CMAKE_SOURCE_DIR})
target_include_directories(loomp-verify SYSTEM PUBLIC ${LLVM_INCLUDE_DIRS})
target_link_libraries(loomp-verify PUBLIC LLVM)

add_executable(loomp-verify-unit
  ${CMAKE_SOURCE_DIR}/test/unit/ProcessTest.cpp
  ${CMAKE_SOURCE_DIR}/test/unit/VerifyTest.cpp)
target_link_libraries(loomp-verify-unit PRIVATE loomp-verify)
add_executable(loomp-verify-driver ${CMAKE_SOURCE_DIR}/test/unit/VerifyDriver.cpp)
target_link_libraries(loomp-verify-driver PRIVATE loomp-verify)
