;;; user.el --- A user of Emacs  -*- lexical-binding: t -*-

;; Part of loomp, under the Apache License v2.0 with LLVM Exceptions.

;; What the tests of Emacs have in common.

;;; Code:

(require 'cl-lib)
(require 'eglot)
(require 'flymake)
(require 'seq)

;; Emacs's own checker of C starts `make check-syntax', which may fail when nobody waits for it any
;; more: an error in batch mode.
(advice-add 'flymake-cc :override (lambda (report &rest _) (funcall report nil)))

(defun user-wait (what condition)
  "Until CONDITION holds, which WHAT describes."
  (let ((begin (float-time)))
    (while (not (funcall condition))
      (when (> (- (float-time) begin) 60)
        (error "Failed: %s; there is %S" what (mapcar #'flymake-diagnostic-text
                                                      (flymake-diagnostics))))
      (accept-process-output nil 0.05)
      ;; There are no commands in batch mode, and so no time between them.
      (flymake-start nil))))

(defun user-sees (text line)
  "Whether a diagnostic with this TEXT in it begins in LINE."
  (seq-some (lambda (diagnostic)
              (and (string-match-p (regexp-quote text) (flymake-diagnostic-text diagnostic))
                   (= line (line-number-at-pos (flymake-diagnostic-beg diagnostic)))))
            (flymake-diagnostics)))

(defun user-goes-to (line)
  (goto-char (point-min))
  (forward-line (1- line))
  (back-to-indentation))

(defun user-chooses (command title)
  "Calls COMMAND and picks what begins with TITLE; nil for what is offered first."
  (let ((last-nonmenu-event ?x))
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt titles &optional _ _ _ _ default)
                 (if title
                     (seq-find (lambda (each) (string-prefix-p title each))
                               (seq-map (lambda (each) (if (consp each) (car each) each)) titles))
                   default))))
      (funcall command))))

(defun user-writes (file)
  (write-region nil nil file nil 'silent))

(setq eglot-confirm-server-initiated-edits nil
      eglot-sync-connect 60
      coding-system-for-write 'utf-8-unix)
