# What fish completes after each of these, by the completion in the file that is named.
source $argv[1]
for line in 'loomp v' 'loomp check --r' 'loomp verify --r' 'loomp check --format=' \
        'loomp check --format j' 'loomp check --fail-on=parallel,se' 'loomp fix --config-file=no' \
        'loomp fix -p s' 'loomp fix a' 'loomp explain src/pi.cpp:1' 'loomp --print-completion=z' \
        'loomp fix a.cpp -- no' 'loomp verify --repeat=no' 'loomp lsp no'
    echo $line
    complete -C $line
end
