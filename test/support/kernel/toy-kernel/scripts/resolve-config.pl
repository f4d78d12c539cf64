# Resolves the part of Kconfig's language that the toy uses: bool, def_bool, default y, depends on, if, menu, source; and
# string, whose value is asked for.
# resolve-config.pl allnoconfig|alldefconfig SRCARCH REQUESTS OUTPUT
use strict;
use warnings;
my ($mode, $srcarch, $requests, $output) = @ARGV;
my (@names, %conditions, %default, %fixed, %string, %wanted, %value);

read_kconfig('Kconfig');
read_requests($requests) if $requests ne '';
for my $round (1 .. @names) {
	$value{$_} = resolve($_) for @names;
}
write_if_changed("$output/.config", join '', map { config_line($_) } @names);
write_if_changed("$output/include/autoconf.h", join '', map { $value{$_} ? "#define CONFIG_$_ " . ($string{$_} // 1) . "\n" : () } @names);

sub config_line {
	my ($name) = @_;
	return $value{$name} ? "CONFIG_$name=" . ($string{$name} // 'y') . "\n" : "# CONFIG_$name is not set\n";
}

sub read_kconfig {
	my ($path, @outer) = @_;
	my (@blocks, $entry);
	open my $file, '<', $path or return;
	while (<$file>) {
		if (/^source "(.*)"/) { read_kconfig($1 =~ s/\$\(SRCARCH\)/$srcarch/r, @outer, map { @$_ } @blocks) }
		elsif (/^(if|menu)\b\s*(.*)/) { push @blocks, [$1 eq 'if' ? $2 : ()]; $entry = $blocks[-1] }
		elsif (/^end(if|menu)/) { pop @blocks }
		elsif (/^config (\w+)/) {
			push @names, $1;
			$entry = $conditions{$1} = [@outer, map { @$_ } @blocks];
		}
		elsif (/^\s+depends on (.*)/) { push @$entry, $1 }
		elsif (/^\s+def_bool y/) { $fixed{$names[-1]} = 1 }
		elsif (/^\s+string/) { $string{$names[-1]} = '""' }
		elsif (/^\s+default y/) { $default{$names[-1]} = 1 }
	}
}

sub read_requests {
	open my $file, '<', shift or die "no requests: $!\n";
	while (<$file>) {
		$wanted{$1} = 1 if /^CONFIG_(\w+)=y/;
		$string{$1} = $2 if /^CONFIG_(\w+)=(".*")/;
		$wanted{$1} = 0 if /^# CONFIG_(\w+) is not set/;
	}
}

sub resolve {
	my ($name) = @_;
	for my $condition (@{$conditions{$name}}) {
		my $met = grep { $value{$_} } split / \|\| /, $condition;
		return 0 unless $met;
	}
	return 1 if $fixed{$name} || $string{$name};
	return $wanted{$name} // ($mode eq 'alldefconfig' && $default{$name} ? 1 : 0);
}

sub write_if_changed {
	my ($path, $text) = @_;
	mkdir $path =~ s{/[^/]*$}{}r;
	if (open my $old, '<', $path) { local $/; return if (<$old> // '') eq $text }
	open my $new, '>', $path or die "$path: $!\n";
	print $new $text;
}
