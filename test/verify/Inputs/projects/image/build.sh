#!/bin/sh
# Builds `image` in the current folder.
set -e
: "${CXX:=g++}"
$CXX $CXXFLAGS -O2 -c blur.cpp
$CXX $CXXFLAGS -O2 -c main.cpp
$CXX $LDFLAGS blur.o main.o -o image
