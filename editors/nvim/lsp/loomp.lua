--===- loomp.lua - for vim.lsp.enable('loomp') of Neovim 0.11 --------------===--
--
-- Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
--
--===---------------------------------------------------------------------===--

return require('loomp').config()
