# Prints a bzImage's first 0x264 bytes: "HdrS" at 0x202, init_size at 0x260, taken from nm's output on stdin.
use strict;
use warnings;
my %address = map { /^([0-9a-f]+) \S (\w+)$/ ? ($2 => hex $1) : () } <STDIN>;
my $header = "\0" x 0x264;
substr($header, 0x202, 4) = 'HdrS';
substr($header, 0x260, 4) = pack('V', $address{_end} - $address{_text});
print $header;
