# Fuzzers of the readers: what users and other programs write. Off by default, as they need clang's
# libFuzzer; scripts/fuzz-readers builds and runs them.
option(LOOMP_FUZZERS "Build the fuzzers of the readers" OFF)
if(NOT LOOMP_FUZZERS)
  return()
endif()

# Compiled anew, with the sanitizers; LLVM itself is not.
set(loomp_fuzz_flags -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
                     -fno-sanitize=vptr,function -O1 -g)
add_library(loomp-readers OBJECT
  ${CMAKE_SOURCE_DIR}/tool/Configuration.cpp
  ${CMAKE_SOURCE_DIR}/tool/Help.cpp
  ${CMAKE_SOURCE_DIR}/tool/ManualPage.cpp
  ${CMAKE_SOURCE_DIR}/tool/Nolint.cpp
  ${CMAKE_SOURCE_DIR}/tool/OptionTable.cpp
  ${CMAKE_SOURCE_DIR}/tool/Options.cpp
  ${CMAKE_SOURCE_DIR}/tool/ReadFile.cpp
  ${CMAKE_SOURCE_DIR}/tool/ShellCompletion.cpp
  ${CMAKE_SOURCE_DIR}/tool/WriteFile.cpp
  ${CMAKE_SOURCE_DIR}/tool/lsp/Client.cpp
  ${CMAKE_SOURCE_DIR}/tool/lsp/MessageInput.cpp
  ${CMAKE_SOURCE_DIR}/tool/lsp/TextDocument.cpp
  ${CMAKE_SOURCE_DIR}/analyses/EffectTable.cpp)
file(GLOB loomp_fuzz_effects CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/analyses/effects/*.yaml)
loomp_embed(loomp-readers loompEffectTables ${loomp_fuzz_effects})
target_include_directories(loomp-readers PUBLIC ${CMAKE_SOURCE_DIR})
target_include_directories(loomp-readers SYSTEM PUBLIC ${LLVM_INCLUDE_DIRS})
target_compile_options(loomp-readers PUBLIC ${loomp_fuzz_flags})
target_compile_definitions(loomp-readers PRIVATE LOOMP_VERSION="${PROJECT_VERSION}")
target_link_libraries(loomp-readers PUBLIC LLVM)

foreach(reader Configuration CommandLine Nolint Messages)
  add_executable(loomp-fuzz-${reader} test/fuzz-readers/Inputs/Fuzz${reader}.cpp)
  target_link_libraries(loomp-fuzz-${reader} PRIVATE loomp-readers)
  target_link_options(loomp-fuzz-${reader} PRIVATE -fsanitize=fuzzer,address,undefined)
endforeach()
