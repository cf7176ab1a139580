--===- loomp.lua - loomp in Neovim ---------------------------------------===--
--
-- Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
--
-- Starts `loomp lsp` for C and C++ beside clangd. Diagnostics, code actions and
-- code lenses are Neovim's own. What Neovim cannot know is here: how to show an
-- explanation, and when lenses are out of date. Works with Neovim 0.7 and newer.
--
--===---------------------------------------------------------------------===--

local M = {}

--- What `setup` takes, all of it optional.
local defaults = {
  cmd = { 'loomp', 'lsp' },
  filetypes = { 'c', 'cpp' },
  settings = {}, -- options of `loomp lsp` by name, and codeLens, inlayHints
  on_attach = nil, -- function(client, buffer), as for any other server
  capabilities = nil,
}

local root_markers = { 'compile_commands.json', 'compile_flags.txt', '.loomp.yaml', '.git' }

-- The functions below are those that have changed between versions of Neovim.

--- The client of this buffer, or nil.
local function client_of(buffer)
  local clients = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = buffer })
    or vim.lsp.buf_get_clients(buffer)
  for _, client in pairs(clients) do
    if client.name == 'loomp' then
      return client
    end
  end
end

local function request(client, buffer, command, arguments, handler)
  local params = { command = command, arguments = arguments }
  if vim.fn.has('nvim-0.11') == 1 then
    client:request('workspace/executeCommand', params, handler, buffer)
  else
    client.request('workspace/executeCommand', params, handler, buffer)
  end
end

local function refresh_lenses(buffer)
  if vim.fn.has('nvim-0.10') == 1 then
    vim.lsp.codelens.refresh({ bufnr = buffer })
  elseif buffer == vim.api.nvim_get_current_buf() then
    vim.lsp.codelens.refresh()
  end
end

--- Attaches a client to the buffer: one that runs for its root, or a new one.
local function start(config, buffer)
  if vim.lsp.start then
    return vim.lsp.start(config, { bufnr = buffer })
  end
  for _, client in ipairs(vim.lsp.get_active_clients()) do
    if client.name == 'loomp' and client.config.root_dir == config.root_dir then
      vim.lsp.buf_attach_client(buffer, client.id)
      return
    end
  end
  vim.lsp.buf_attach_client(buffer, vim.lsp.start_client(config))
end

--- The nearest folder above the file that holds a marker, or else its own folder.
local function root_of(file)
  local own = vim.fn.fnamemodify(file, ':p:h')
  local folder, below = own, nil
  while folder ~= below do
    for _, marker in ipairs(root_markers) do
      if vim.loop.fs_stat(folder .. '/' .. marker) then
        return folder
      end
    end
    folder, below = vim.fn.fnamemodify(folder, ':h'), folder
  end
  return own
end

local function show(text)
  local name = 'loomp://explanation'
  local old = vim.fn.bufnr('^' .. name .. '$')
  if old ~= -1 then
    vim.api.nvim_buf_delete(old, { force = true })
  end
  vim.cmd('botright new')
  local buffer = vim.api.nvim_get_current_buf()
  vim.api.nvim_buf_set_name(buffer, name)
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(vim.trim(text), '\n'))
  vim.bo[buffer].buftype = 'nofile'
  vim.bo[buffer].bufhidden = 'wipe'
  vim.bo[buffer].swapfile = false
  vim.bo[buffer].modifiable = false
end

--- Has the server execute a command for the place of the cursor, or for the
--- given arguments of the command.
local function execute(command, buffer, arguments, on_result)
  buffer = buffer or vim.api.nvim_get_current_buf()
  local client = client_of(buffer)
  if not client then
    vim.notify('loomp does not serve this buffer', vim.log.levels.WARN)
    return
  end
  if not arguments then
    local place = vim.lsp.util.make_position_params(0, client.offset_encoding)
    local position = place.position
    local line, character = position.line, position.character
    arguments = { { uri = place.textDocument.uri, line = line, character = character } }
  end
  request(client, buffer, command, arguments, function(failure, result)
    if failure then
      vim.notify(failure.message, vim.log.levels.WARN)
    elseif on_result then
      on_result(result)
    end
  end)
end

--- Shows all there is to say of the loop at the cursor.
function M.explain()
  execute('loomp.explain', nil, nil, show)
end

--- Rewrites all loops of the file that `loomp fix` would rewrite.
function M.fix_all()
  execute('loomp.fixAll')
end

--- The configuration of the client, also for `vim.lsp.config` (see lsp/loomp.lua).
function M.config(options)
  options = vim.tbl_extend('force', defaults, options or {})
  return {
    name = 'loomp',
    cmd = options.cmd,
    filetypes = options.filetypes,
    root_markers = root_markers,
    capabilities = options.capabilities,
    init_options = { explain = 'result' }, -- rather than as a message
    settings = { loomp = next(options.settings) and options.settings or vim.empty_dict() },
    commands = {
      ['loomp.explain'] = function(command, context)
        execute('loomp.explain', context.bufnr, command.arguments, show)
      end,
    },
    handlers = {
      -- Diagnostics come when an analysis is ready; only then are lenses worth asking for.
      ['textDocument/publishDiagnostics'] = function(failure, result, context, config)
        vim.lsp.handlers['textDocument/publishDiagnostics'](failure, result, context, config)
        local buffer = vim.uri_to_bufnr(result.uri)
        if vim.api.nvim_buf_is_loaded(buffer) then
          refresh_lenses(buffer)
        end
      end,
    },
    on_attach = function(client, buffer)
      local command = vim.api.nvim_buf_create_user_command
      command(buffer, 'LoompExplain', M.explain, { desc = 'Explain the loop at the cursor' })
      command(buffer, 'LoompFixAll', M.fix_all, { desc = 'Parallelize all loops of the file' })
      if options.on_attach then
        options.on_attach(client, buffer)
      end
    end,
  }
end

--- Serves all buffers of these file types from now on.
function M.setup(options)
  local config = M.config(options)
  local function attach(buffer)
    local file = vim.api.nvim_buf_get_name(buffer)
    if vim.bo[buffer].buftype ~= '' or file == '' then
      return
    end
    if vim.fn.executable(config.cmd[1]) == 0 then
      vim.notify_once(("loomp: cannot run '%s'"):format(config.cmd[1]), vim.log.levels.ERROR)
      return
    end
    local root = root_of(file)
    start(vim.tbl_extend('force', config, {
      root_dir = root,
      workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
    }), buffer)
  end
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('loomp', {}),
    pattern = config.filetypes,
    callback = function(event)
      attach(event.buf)
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer)
      and vim.tbl_contains(config.filetypes, vim.bo[buffer].filetype) then
      attach(buffer)
    end
  end
end

return M
