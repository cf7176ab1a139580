--===- nvim.lua - a user of Neovim ----------------------------------------===--
--
-- Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
--
-- Runs in Neovim with the file open that nvim.test describes.
--
--===---------------------------------------------------------------------===--

local buffer = vim.api.nvim_get_current_buf()

local function fail(what)
  io.stderr:write('failed: ' .. what .. '\n')
  vim.cmd('cquit!')
end

local function wait_for(what, condition)
  if not vim.wait(60000, condition, 20) then
    for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
      io.stderr:write(vim.inspect(diagnostic) .. '\n')
    end
    fail(what)
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') .. '\n'
end

local function write(name, content)
  local file = assert(io.open(name, 'w'))
  file:write(content)
  file:close()
end

--- Whether a server says this of the line, counted from 1.
local function says(source, code, line)
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    local said = diagnostic.user_data and diagnostic.user_data.lsp or {}
    if diagnostic.source == source and diagnostic.lnum + 1 == line
      and (said.code or diagnostic.code) == code then
      return true
    end
  end
  return false
end

--- Applies the first action for the line that is `wanted`.
local function act(line, wanted)
  local offered
  vim.ui.select = function(items, _, choose)
    offered = items
    for _, item in ipairs(items) do
      if wanted(item[2]) then
        return choose(item)
      end
    end
  end
  vim.api.nvim_win_set_cursor(0, { line, 6 })
  local before = text()
  vim.lsp.buf.code_action()
  wait_for('an action in line ' .. line, function()
    return text() ~= before
  end)
  return offered
end

local function lens_in(line, title)
  for _, lens in ipairs(vim.lsp.codelens.get(buffer)) do
    if lens.range.start.line + 1 == line and lens.command.title == title then
      return true
    end
  end
  return false
end

local function clients()
  local names = {}
  for _, client in pairs(vim.lsp.buf_get_clients(buffer)) do
    table.insert(names, client.name)
  end
  table.sort(names)
  return table.concat(names, ' ')
end

local function run()
  wait_for("loomp's diagnostics", function()
    return says('loomp', 'carried-flow-dependence', 12)
  end)
  wait_for("clangd's diagnostics", function()
    return says('clang', '-Wunused-variable', 3)
  end)
  wait_for('lenses', function()
    return lens_in(5, 'parallel · reduction(+ : s)')
      and lens_in(12, 'serial · carried-flow-dependence')
  end)

  local original = text()
  act(5, function(action)
    return action.isPreferred
  end)
  write('first.cpp', text())
  wait_for('the diagnostics of the new text', function()
    return says('loomp', 'carried-flow-dependence', 13)
  end)

  -- From inside the loop.
  vim.api.nvim_win_set_cursor(0, { 14, 6 })
  vim.cmd('LoompExplain')
  local explanation
  wait_for('an explanation', function()
    explanation = vim.fn.bufnr('loomp://explanation')
    return explanation ~= -1
  end)
  local lines = vim.api.nvim_buf_get_lines(explanation, 0, -1, false)
  write('explanation.txt', table.concat(lines, '\n') .. '\n')
  vim.cmd('close')

  act(13, function(action)
    return vim.startswith(action.title, 'Suppress loomp-')
  end)
  write('silenced.cpp', text())
  wait_for('silence', function()
    return not says('loomp', 'carried-flow-dependence', 13)
      and not says('loomp', 'carried-flow-dependence', 14)
  end)

  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(vim.trim(original), '\n'))
  vim.cmd('LoompFixAll')
  wait_for('all loops', function()
    return text() ~= original
  end)
  write('all.cpp', text())

  if clients() ~= 'clangd loomp' then
    fail('both servers are still there: ' .. clients())
  end
end

local ok, failure = pcall(run)
if not ok then
  fail(tostring(failure))
end
vim.cmd('qall!')
