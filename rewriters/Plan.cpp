namespace loomp {}
