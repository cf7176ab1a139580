;;; eglot-alone.el --- Eglot with loomp as its server  -*- lexical-binding: t -*-

;; Part of loomp, under the Apache License v2.0 with LLVM Exceptions.

;;; Code:

(find-file "läufe.cpp")
(apply #'eglot (eglot--guess-contact))
(user-wait "diagnostics" (lambda () (user-sees "carries a flow dependence" 12)))

(user-goes-to 5)
(user-chooses (lambda () (eglot-code-actions (point) (line-end-position) nil t)) nil)
(user-writes "first.cpp")
(eglot--signal-textDocument/didChange) ; what Eglot does when Emacs is idle, which it is never here
(user-wait "the diagnostics of the new text"
           (lambda () (user-sees "carries a flow dependence" 13)))

(user-goes-to 14)
(loomp-explain)
(with-current-buffer "*loomp explanation*"
  (user-writes "explanation.txt"))

(erase-buffer)
(insert-file-contents buffer-file-name)
(eglot--signal-textDocument/didChange)
(loomp-fix-all)
(user-wait "the edit" #'(lambda () (/= (buffer-size) (file-attribute-size
                                                      (file-attributes buffer-file-name)))))
(user-writes "all.cpp")
(unless (jsonrpc-running-p (eglot-current-server))
  (error "Failed: the server is still there"))
(set-buffer-modified-p nil)
