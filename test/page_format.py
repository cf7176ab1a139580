# ===- page_format.py - one lit test per page of documentation --------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Imported by docs/pages/lit.local.cfg: lit's workers can only load a format that lies in a module.
#
# ===------------------------------------------------------------------------===#

import os
import sys

import lit.formats
import lit.Test
import lit.util


class PageFormat(lit.formats.TestFormat):
    """Runs catalog.py over each of `pages`, given relative to the repository."""

    def __init__(self, repository, loomp, pages):
        self.repository = repository
        self.loomp = loomp
        self.pages = pages

    def getTestsInDirectory(self, suite, path_in_suite, lit_config, config):
        for page in self.pages:
            yield lit.Test.Test(suite, path_in_suite + tuple(page.split("/")), config)

    def execute(self, test, lit_config):
        depth = 2  # docs/pages
        page = os.path.join(self.repository, *test.path_in_suite[depth:])
        script = os.path.join(self.repository, "test", "catalog.py")
        command = [sys.executable, script, f"--loomp={self.loomp}", page]
        out, err, status = lit.util.executeCommand(command, env=test.config.environment)
        if status == 0:
            return lit.Test.PASS, ""
        if status == 77:  # catalog.py's word for it
            return lit.Test.UNSUPPORTED, out
        return lit.Test.FAIL, " ".join(command) + "\n" + out + err
