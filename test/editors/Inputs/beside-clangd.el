;;; beside-clangd.el --- Eglot with clangd, and loomp-mode  -*- lexical-binding: t -*-

;; Part of loomp, under the Apache License v2.0 with LLVM Exceptions.

;;; Code:

(push '(c++-mode . ("clangd-22")) eglot-server-programs)
(find-file "läufe.cpp")
(unless loomp-mode
  (error "Failed: the mode is on"))
(apply #'eglot (eglot--guess-contact))
(user-wait "loomp's diagnostics" (lambda () (user-sees "[loomp-carried-flow-dependence]" 12)))
(user-wait "clangd's diagnostics" (lambda () (user-sees "Unused variable" 3)))

(user-goes-to 5)
(user-chooses #'loomp-actions nil)
(user-writes "first.cpp")
(user-wait "the diagnostics of the new text"
           (lambda () (user-sees "[loomp-carried-flow-dependence]" 13)))

(user-goes-to 14) ; inside the loop
(loomp-explain)
(with-current-buffer "*loomp explanation*"
  (user-writes "explanation.txt"))

(user-goes-to 13)
(user-chooses #'loomp-actions "Suppress loomp-")
(user-writes "silenced.cpp")
(user-wait "silence" (lambda () (not (or (user-sees "loomp-carried" 13)
                                         (user-sees "loomp-carried" 14)))))

(erase-buffer)
(insert-file-contents buffer-file-name)
(loomp-fix-all)
(user-writes "all.cpp")

(unless (and (jsonrpc-running-p (eglot-current-server)) (jsonrpc-running-p loomp--connection))
  (error "Failed: both servers are still there"))
(let ((connection loomp--connection))
  (loomp-mode -1)
  (user-wait "its server ends" (lambda () (not (jsonrpc-running-p connection))))
  (user-wait "its diagnostics go" (lambda () (not (user-sees "[loomp-" 13)))))
(user-wait "clangd's stay" (lambda () (user-sees "Unused variable" 3)))
(set-buffer-modified-p nil)
