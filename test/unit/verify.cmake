# Unit tests of verification, and the driver of its lit tests.
file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tool/verify/*.cpp)
add_library(loomp-verify OBJECT ${sources} ${CMAKE_SOURCE_DIR}/tool/Printable.cpp)
target_include_directories(loomp-verify PUBLIC ${CMAKE_SOURCE_DIR})
target_include_directories(loomp-verify SYSTEM PUBLIC ${LLVM_INCLUDE_DIRS})
target_link_libraries(loomp-verify PUBLIC loomp-rewriters)

add_executable(loomp-verify-unit
  ${CMAKE_SOURCE_DIR}/test/unit/ProcessTest.cpp
  ${CMAKE_SOURCE_DIR}/test/unit/StatisticsTest.cpp
  ${CMAKE_SOURCE_DIR}/test/unit/UnstableTest.cpp
  ${CMAKE_SOURCE_DIR}/test/unit/VerifyTest.cpp)
target_link_libraries(loomp-verify-unit PRIVATE loomp-verify)
add_executable(loomp-verify-driver ${CMAKE_SOURCE_DIR}/test/unit/VerifyDriver.cpp)
target_link_libraries(loomp-verify-driver PRIVATE loomp-verify)
