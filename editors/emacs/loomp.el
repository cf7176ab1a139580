;;; loomp.el --- Parallel loops in C and C++  -*- lexical-binding: t -*-

;; Part of loomp, under the Apache License v2.0 with LLVM Exceptions.

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: c, languages, tools

;;; Commentary:

;; Eglot has one server for each buffer.  Where that is clangd, `loomp-mode'
;; runs `loomp lsp' on a connection of its own: its diagnostics are Flymake's,
;; beside those of Eglot, and its actions are applied by commands below.  Where
;; loomp is Eglot's only server, `loomp-explain' and `loomp-fix-all' work, too,
;; and `loomp-mode' is not needed.
;;
;; The server counts columns in characters (utf-32) for `loomp-mode', as Emacs
;; does.  Changes are sent as whole texts when there has been none for a while, or
;; when a command needs an answer.

;;; Code:

(require 'cl-lib)
(require 'flymake)
(require 'jsonrpc)
(require 'project)
(require 'seq)
(require 'subr-x)
(require 'url-util)

(declare-function eglot-current-server "eglot")

(defgroup loomp nil
  "Parallel loops in C and C++."
  :group 'tools)

(defcustom loomp-command '("loomp" "lsp")
  "The program and its arguments."
  :type '(repeat string))

(defcustom loomp-settings nil
  "Options of the server by name, as a plist: (:form \"simd\" :cost-model \"off\").
They win over a .loomp.yaml."
  :type 'plist)

(defcustom loomp-delay 0.3
  "Seconds without a change before the text is sent."
  :type 'number)

(defvar loomp--servers nil
  "Folders of projects, each with the connection to its server.")

(defvar-local loomp--connection nil "The connection of this buffer.")
(defvar-local loomp--uri nil "The name of this buffer in the protocol.")
(defvar-local loomp--version 0 "Of the text that was sent last.")
(defvar-local loomp--is-changed nil "Whether the text has changed since.")
(defvar-local loomp--timer nil "Sends the text.")
(defvar-local loomp--diagnostics nil "What was published last, a list.")
(defvar-local loomp--published nil "The version that these are of.")
(defvar-local loomp--report nil "Takes diagnostics for Flymake.")

;;; Commands

(defvar loomp-mode-map (make-sparse-keymap)
  "For `loomp-actions' and whatever else one likes to bind.")

;;;###autoload
(define-minor-mode loomp-mode
  "Show which loops of this buffer can run in parallel."
  :lighter " loomp"
  (if loomp-mode (loomp--start) (loomp--stop)))

(defun loomp-actions ()
  "Offer what can be done with the loop in this line, or with the file."
  (interactive)
  (let* ((range (list :start (loomp--position (line-beginning-position))
                      :end (loomp--position (line-end-position))))
         (actions (loomp--request :textDocument/codeAction
                                  :textDocument (list :uri loomp--uri)
                                  :range range
                                  :context '(:diagnostics [])))
         (titles (seq-map #'loomp--title actions))
         (preferred (or (seq-find (lambda (action) (plist-get action :isPreferred)) actions)
                        (seq-first actions)))
         (chosen (progn
                   (when (seq-empty-p actions)
                     (user-error "There is nothing to do in this line"))
                   (completing-read (format-prompt "Action" (loomp--title preferred))
                                    titles nil t nil nil (loomp--title preferred))))
         (action (seq-find (lambda (each) (equal (loomp--title each) chosen)) actions)))
    (if-let ((edit (plist-get action :edit)))
        (loomp--apply edit)
      (loomp--show (loomp--execute "loomp.explain"
                                   (seq-first (plist-get (plist-get action :command)
                                                         :arguments)))))))

(defun loomp-explain ()
  "Show all there is to say of the loop at point."
  (interactive)
  (loomp--show (loomp--execute "loomp.explain" (loomp--place))))

(defun loomp-fix-all ()
  "Rewrite all loops of this file that `loomp fix' would rewrite."
  (interactive)
  (loomp--execute "loomp.fixAll" (loomp--place)))

(defun loomp--title (action)
  (plist-get action :title))

(defun loomp--show (text)
  (with-help-window "*loomp explanation*"
    (princ text)))

;;; Requests

(defun loomp--any-connection ()
  "That of `loomp-mode', or else of Eglot."
  (or loomp--connection
      (and (featurep 'eglot) (eglot-current-server))
      (user-error "Neither `loomp-mode' nor Eglot is on in this buffer")))

(defun loomp--place ()
  "Point, as the commands of the server take it."
  (append (list :uri (or loomp--uri (loomp--file-uri)))
          (if loomp--connection
              (loomp--position (point))
            ;; Eglot counts columns in units of UTF-16.
            (let ((before (buffer-substring-no-properties (line-beginning-position) (point))))
              (list :line (1- (line-number-at-pos nil t))
                    :character (/ (length (encode-coding-string before 'utf-16le)) 2))))))

(defun loomp--execute (command place)
  (loomp--send-text)
  (jsonrpc-request (loomp--any-connection) :workspace/executeCommand
                   (list :command command :arguments (vector place))))

(defun loomp--request (method &rest params)
  "The answer to METHOD with PARAMS for the text as it is."
  (unless loomp--connection
    (user-error "`loomp-mode' is off in this buffer"))
  (loomp--send-text)
  (jsonrpc-request loomp--connection method params))

;;; The connection

(defun loomp--start ()
  (unless buffer-file-name
    (setq loomp-mode nil)
    (user-error "This buffer has no file"))
  (setq loomp--uri (loomp--file-uri)
        loomp--connection (loomp--connect)
        loomp--version 0
        loomp--is-changed nil
        loomp--diagnostics nil)
  (let ((language (if (derived-mode-p 'c-mode 'c-ts-mode) "c" "cpp")))
    (jsonrpc-notify loomp--connection :textDocument/didOpen
                    (list :textDocument (list :uri loomp--uri :languageId language
                                              :version loomp--version :text (loomp--text)))))
  (add-hook 'after-change-functions #'loomp--after-change nil t)
  (add-hook 'after-save-hook #'loomp--after-save nil t)
  (add-hook 'kill-buffer-hook #'loomp--stop nil t)
  (add-hook 'change-major-mode-hook #'loomp--stop nil t)
  (add-hook 'eglot-managed-mode-hook #'loomp--add-to-flymake nil t) ; it forgets others
  (loomp--add-to-flymake))

(defun loomp--stop ()
  (remove-hook 'after-change-functions #'loomp--after-change t)
  (remove-hook 'after-save-hook #'loomp--after-save t)
  (remove-hook 'kill-buffer-hook #'loomp--stop t)
  (remove-hook 'change-major-mode-hook #'loomp--stop t)
  (remove-hook 'eglot-managed-mode-hook #'loomp--add-to-flymake t)
  (when loomp--report
    (funcall loomp--report nil :region (cons (point-min) (point-max))))
  (remove-hook 'flymake-diagnostic-functions #'loomp--flymake t)
  (when loomp--timer
    (cancel-timer loomp--timer))
  (let ((connection loomp--connection))
    (setq loomp--connection nil loomp--timer nil loomp--report nil)
    (when (and connection (jsonrpc-running-p connection))
      (jsonrpc-notify connection :textDocument/didClose
                      (list :textDocument (list :uri loomp--uri)))
      (unless (loomp--buffers connection)
        (jsonrpc-request connection :shutdown (make-hash-table))
        (jsonrpc-notify connection :exit (make-hash-table))))))

(defun loomp--buffers (connection)
  "All buffers that CONNECTION serves."
  (seq-filter (lambda (buffer)
                (eq (buffer-local-value 'loomp--connection buffer) connection))
              (buffer-list)))

(defun loomp--connect ()
  "The connection for the project of this buffer, made if there is none."
  (let* ((project (project-current))
         (folder (expand-file-name (if project (project-root project) default-directory)))
         (known (cdr (assoc folder loomp--servers))))
    (if (and known (jsonrpc-running-p known))
        known
      (let ((connection (loomp--launch folder)))
        (setf (alist-get folder loomp--servers nil nil #'equal) connection)
        (jsonrpc-request connection :initialize (loomp--initialization folder))
        (jsonrpc-notify connection :initialized (make-hash-table))
        connection))))

(defun loomp--launch (folder)
  (let ((default-directory folder))
    (make-instance
     'jsonrpc-process-connection
     :name "loomp"
     :process (lambda ()
                (make-process :name "loomp" :command loomp-command :connection-type 'pipe
                              :coding 'utf-8-emacs-unix :noquery t
                              :stderr (get-buffer-create "*loomp stderr*")))
     :notification-dispatcher #'loomp--notified
     :request-dispatcher #'loomp--requested)))

(defun loomp--initialization (folder)
  (list :processId (emacs-pid)
        :rootUri (loomp--uri-of folder)
        :initializationOptions '(:explain "result")
        :capabilities
        '(:general (:positionEncodings ["utf-32"])
          :workspace (:applyEdit t :configuration t :workspaceEdit (:documentChanges t))
          :textDocument (:codeAction (:codeActionLiteralSupport
                                      (:codeActionKind (:valueSet [])))))))

(defun loomp--notified (_connection method params)
  (pcase method
    ('textDocument/publishDiagnostics
     (when-let ((buffer (loomp--buffer-of (plist-get params :uri))))
       (with-current-buffer buffer
         (setq loomp--diagnostics (append (plist-get params :diagnostics) nil)
               loomp--published (plist-get params :version))
         (loomp--report))))
    ('window/showMessage
     (message "loomp: %s" (plist-get params :message)))))

(defun loomp--requested (_connection method params)
  (pcase method
    ('workspace/applyEdit
     (loomp--apply (plist-get params :edit))
     '(:applied t))
    ('workspace/configuration
     (vconcat (seq-map (lambda (_) (or loomp-settings (make-hash-table)))
                       (plist-get params :items))))
    (_ (jsonrpc-error :code -32601 :message (format "no %s here" method)))))

;;; Texts and places

(defun loomp--uri-of (file)
  (concat "file://" (url-hexify-string (expand-file-name file) url-path-allowed-chars)))

(defun loomp--file-uri ()
  (loomp--uri-of buffer-file-name))

(defun loomp--buffer-of (uri)
  (seq-find (lambda (buffer)
              (and (buffer-local-value 'loomp--connection buffer)
                   (equal (buffer-local-value 'loomp--uri buffer) uri)))
            (buffer-list)))

(defun loomp--text ()
  (save-restriction
    (widen)
    (buffer-substring-no-properties (point-min) (point-max))))

(defun loomp--after-change (&rest _)
  (setq loomp--is-changed t)
  (when loomp--timer
    (cancel-timer loomp--timer))
  (setq loomp--timer (run-with-timer loomp-delay nil #'loomp--send-text (current-buffer))))

(defun loomp--send-text (&optional buffer)
  "Sends the text of BUFFER if it has changed."
  (when (buffer-live-p (or buffer (current-buffer)))
    (with-current-buffer (or buffer (current-buffer))
      (when (and loomp--connection loomp--is-changed)
        (setq loomp--is-changed nil)
        (cl-incf loomp--version)
        (jsonrpc-notify loomp--connection :textDocument/didChange
                        (list :textDocument (list :uri loomp--uri :version loomp--version)
                              :contentChanges (vector (list :text (loomp--text)))))))))

(defun loomp--after-save ()
  (loomp--send-text)
  (jsonrpc-notify loomp--connection :textDocument/didSave
                  (list :textDocument (list :uri loomp--uri))))

(defun loomp--position (point)
  (save-excursion
    (goto-char point)
    (list :line (1- (line-number-at-pos nil t))
          :character (- (point) (line-beginning-position)))))

(defun loomp--point (position)
  "The place in the widened buffer."
  (goto-char (point-min))
  (forward-line (plist-get position :line))
  (min (+ (point) (plist-get position :character)) (line-end-position)))

(defun loomp--apply (edit)
  "Applies a WorkspaceEdit to texts that are what the server knows."
  (seq-do
   (lambda (document)
     (let* ((identifier (plist-get document :textDocument))
            (buffer (loomp--buffer-of (plist-get identifier :uri))))
       (unless (and buffer
                    (with-current-buffer buffer
                      (and (not loomp--is-changed)
                           (eql loomp--version (plist-get identifier :version)))))
         (user-error "The text has changed meanwhile"))
       (with-current-buffer buffer
         (atomic-change-group
           (loomp--apply-edits (plist-get document :edits))))))
   (plist-get edit :documentChanges)))

(defun loomp--apply-edits (edits)
  "From the last to the first, so that places stay valid."
  (save-excursion
    (save-restriction
      (widen)
      (let ((places (seq-map (lambda (edit)
                               (let ((range (plist-get edit :range)))
                                 (list (loomp--point (plist-get range :start))
                                       (loomp--point (plist-get range :end))
                                       (plist-get edit :newText))))
                             edits)))
        ;; Of edits at one place the first one stands first: `sort' is stable.
        (pcase-dolist (`(,begin ,end ,text) (nreverse (sort places #'car-less-than-car)))
          (goto-char begin)
          (delete-region begin end)
          (insert text))))))

;;; Flymake

(defun loomp--add-to-flymake ()
  (add-hook 'flymake-diagnostic-functions #'loomp--flymake nil t)
  (unless (bound-and-true-p flymake-mode)
    (flymake-mode 1)))

(defun loomp--flymake (report &rest _)
  "A backend of Flymake, which calls this with REPORT to take diagnostics."
  (setq loomp--report report)
  (loomp--report))

(defun loomp--report ()
  "Reports what was published, if it is of the text as it is."
  (when (and loomp--report (not loomp--is-changed) (eql loomp--published loomp--version))
    (save-excursion
      (save-restriction
        (widen)
        (funcall loomp--report (seq-map #'loomp--diagnostic loomp--diagnostics)
                 ;; So that what was reported for the same text goes.
                 :region (cons (point-min) (point-max)))))))

(defun loomp--diagnostic (diagnostic)
  (let ((range (plist-get diagnostic :range)))
    (flymake-make-diagnostic
     (current-buffer)
     (loomp--point (plist-get range :start))
     (loomp--point (plist-get range :end))
     (if (<= (plist-get diagnostic :severity) 2) :warning :note)
     (format "%s [loomp-%s]" (plist-get diagnostic :message) (plist-get diagnostic :code)))))

(provide 'loomp)

;;; loomp.el ends here
