# The core of the analysis against enumeration.
file(GLOB brute_force_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/test/unit/BruteForce*.cpp)
add_executable(loomp-brute-force ${brute_force_sources})
target_link_libraries(loomp-brute-force PRIVATE loomp-analyses)
target_precompile_headers(loomp-brute-force REUSE_FROM loomp-headers)
