# loomp_embed(TARGET VARIABLE FILE...): makes the text of data files part of the program, as
# `extern const char VARIABLE[]`, so that the tool needs no files beside it.
function(loomp_embed target variable)
  set(text "")
  foreach(file ${ARGN})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} content)
    string(APPEND text "${content}\n")
  endforeach()
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${variable}.cpp)
  file(CONFIGURE OUTPUT ${source}
       CONTENT "extern const char ${variable}[];\nconst char ${variable}[] = R\"~loomp~(@text@)~loomp~\";\n"
       @ONLY)
  target_sources(${target} PRIVATE ${source})
  set_source_files_properties(${source} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
endfunction()
