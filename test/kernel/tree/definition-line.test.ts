import { describe, expect, test } from 'vitest';
import { definitionFinder } from '../../../src/kernel/tree/definition-line.ts';

function definitionLine(text: string, name: string): number | undefined {
  return definitionFinder(text)(name);
}

describe('a function in C', () => {
  test.each([
    ['on one line', 'int a;\nint foo(void) { return 0; }\n', 2],
    ['with its brace on the next line', 'static int foo(int x)\n{\n}\n', 1],
    ['with its type on the line before', 'static struct x *\nfoo(int x)\n{\n}\n', 2],
    ['with parameters on several lines', 'int foo(int x,\n\tint (*f)(int),\n\tint y)\n{\n}\n', 1],
    ['with a space before its parameters', 'int foo (void)\n{\n}\n', 1],
    ['with attributes before its name', '__printf(1, 2) int __attribute__((x("a(")))\nfoo(void)\n{\n}\n', 2],
    ['with attributes after its parameters', 'int foo(int x)\n\t__releases(&a(b)->c) __cold\n{\n}\n', 1],
    ['after another function', 'int bar(void)\n{\n\tfoo();\n}\n\nint foo(void)\n{\n}\n', 6],
    ['after a macro without a semicolon', 'EXPORT(bar)\nint foo(void)\n{\n}\n', 2],
    ['after a directive', '#include <x.h>\nint foo(void)\n{\n}\n', 2],
    ['with carriage returns', '#define a \\\r\n b\r\nint foo(void)\r\n{\r\n}\r\n', 3],
  ])('%s is found', (_, text, line) => {
    expect(definitionLine(text, 'foo')).toBe(line);
  });

  test.each([
    ['a prototype', 'int foo(int x);\n'],
    ['a prototype with an attribute', 'int foo(const char *f, ...) __printf(1, 2);\n'],
    ['a call', 'int bar(void)\n{\n\tfoo();\n}\n'],
    ['a call in a condition', 'int bar(void)\n{\n\tif (foo(1)) {\n\t}\n}\n'],
    ['a loop that a macro makes', 'int bar(void)\n{\n\tint x;\n\n\tfoo(x) {\n\t}\n}\n'],
    ['a loop after else', 'int bar(void)\n{\n\tif (x)\n\t\ty();\n\telse foo(x) {\n\t}\n}\n'],
    ['a longer name', 'int foo_bar(void)\n{\n}\nint my_foo(void)\n{\n}\n'],
    ['a variable', 'int foo = 1;\nstruct foo { int x; };\n'],
    ['an initial value', 'int x = foo(1);\nstruct y z = { .a = foo(2) };\n'],
    ['a remark', '/*\n * int foo(void)\n * {\n */\n// int foo(void) {\n'],
    ['a string', 'char *x = "; int foo(void) {";\n'],
    ['a macro', '#define foo(x) \\\n\tint foo(void) { \\\n\t}\n'],
    ['a macro with a remark in it', '#define foo(x) /* a\nint foo(void) { */ 1\n'],
    ['a label', 'int bar(void)\n{\nfoo:\n\treturn 0;\n}\n'],
    ['an argument of a macro', 'DEFINE_X(foo)\n{\n}\n__setup("foo=", foo);\n'],
    ['parameters declared in the old way', 'int foo(x) int x; { return x; }\n'],
    ['a function without a type', 'foo(void)\n{\n}\n'],
    ['an open parenthesis', 'int foo(int x\n{\n}\n'],
  ])('is not %s', (_, text) => {
    expect(definitionLine(text, 'foo')).toBeUndefined();
  });

  test.each(['foo.constprop.0', 'foo.isra.0.cold', 'foo.12'])('has the line of its clone %s', (name) => {
    expect(definitionLine('\nint foo(void)\n{\n}\n', name)).toBe(2);
  });

  test('is found after an apostrophe that opens no character', () => {
    expect(definitionLine("#error don't\nint a = '\"';\nint foo(void)\n{\n}\n", 'foo')).toBe(3);
  });

  test.each(['', '.text', 'a+b', 'foo bar', '('])('cannot have the name %j', (name) => {
    expect(definitionLine('int foo(void)\n{\n}\n', name)).toBeUndefined();
  });
});

describe('preprocessor conditionals', () => {
  test('with a definition in each branch leave a choice', () => {
    const text = '#ifdef A\nint foo(int x)\n{\n}\n#else\nint foo(void)\n{\n}\n#endif\n';
    expect(definitionLine(text, 'foo')).toBeUndefined();
  });

  test('with two heads for one body leave a choice', () => {
    const text = '#ifdef A\nint foo(int x)\n#else\nint foo(void)\n#endif\n{\n}\n';
    expect(definitionLine(text, 'foo')).toBeUndefined();
  });

  test('with an unknown word before one of two bodies leave a choice', () => {
    const text = '#ifdef A\nint foo(void) cold\n{\n}\n#else\nint foo(void)\n{\n}\n#endif\n';
    expect(definitionLine(text, 'foo')).toBeUndefined();
  });

  test('among the parameters leave none', () => {
    const text = 'int foo(int x\n#ifdef A\n\t, int y\n#endif\n\t)\n{\n}\n';
    expect(definitionLine(text, 'foo')).toBe(1);
  });

  test('that choose the type leave none', () => {
    const text = '#ifdef A\nstatic\n#endif\nint foo(void)\n{\n}\n';
    expect(definitionLine(text, 'foo')).toBe(4);
  });

  test('with a definition and a prototype leave none', () => {
    const text = '#ifdef A\nint foo(void);\n#else\nint foo(void)\n{\n}\n#endif\n';
    expect(definitionLine(text, 'foo')).toBe(4);
  });
});

describe('a system call', () => {
  const text = `
SYSCALL_DEFINE3(read, unsigned int, fd, char __user *, buf,
		size_t, count)
{
}

SYSCALL_DEFINE0(fork)
{
}

COMPAT_SYSCALL_DEFINE2(read, int, fd, int, x)
{
}
`;

  test.each([
    ['sys_read', 2],
    ['__se_sys_read', 2],
    ['__do_sys_read', 2],
    ['__x64_sys_read', 2],
    ['sys_fork', 7],
    ['compat_sys_read', 11],
    ['__se_compat_sys_read', 11],
    ['__do_compat_sys_read', 11],
  ])('%s is found', (name, line) => {
    expect(definitionLine(text, name)).toBe(line);
  });

  test.each(['read', 'sys_rea', 'sys_ready', 'compat_sys_fork', 'sys_write'])('%s is not there', (name) => {
    expect(definitionLine(text, name)).toBeUndefined();
  });

  test('may be a function written out', () => {
    expect(definitionLine('asmlinkage long sys_read(void)\n{\n}\n', 'sys_read')).toBe(1);
  });

  test('with two heads for one body leaves a choice', () => {
    const heads = '#ifdef A\nSYSCALL_DEFINE1(clone, int, a)\n#else\nSYSCALL_DEFINE0(clone)\n#endif\n{\n}\n';
    expect(definitionLine(heads, 'sys_clone')).toBeUndefined();
  });
});

describe('a function in assembler', () => {
  test.each([
    'SYM_FUNC_START(foo)',
    'SYM_FUNC_START_LOCAL(foo)',
    'SYM_TYPED_FUNC_START(foo)',
    'SYM_CODE_START(foo)',
    'SYM_INNER_LABEL(foo, SYM_L_GLOBAL)',
    'ENTRY(foo)\t@ don\'t "',
    'WEAK(foo)',
    'foo:',
    '  foo:\tmov r0, r1',
  ])('begins at %j', (line) => {
    expect(definitionLine(`/* foo: */\n\t.text\n${line}\n\tret\n`, 'foo')).toBe(3);
  });

  test.each([
    'ENDPROC(foo)',
    'SYM_FUNC_END(foo)',
    'SYM_FUNC_ALIAS(foo, bar)',
    '\tbl foo',
    '\t.globl foo',
    '@ foo:',
    '// foo:',
    'foo_bar:',
    'MACRO foo',
  ])('does not begin at %j', (line) => {
    expect(definitionLine(`\t.text\n${line}\n`, 'foo')).toBeUndefined();
  });

  test('is found in a file without directives', () => {
    expect(definitionLine('#include <x.h>\n\nENTRY(foo)\n\tret\n', 'foo')).toBe(3);
  });

  test('has no clones', () => {
    expect(definitionLine('\t.text\nfoo:\n', 'foo.cold')).toBeUndefined();
  });

  test('with two labels leaves a choice', () => {
    expect(
      definitionLine('\t.text\n#ifdef A\nENTRY(foo)\n#else\nENTRY(foo)\n#endif\n', 'foo'),
    ).toBeUndefined();
  });
});

test('an initializer that looks like a directive does not make C assembler', () => {
  const text = 'struct x y = {\n\t.text = 1,\n};\nint foo(void)\n{\n}\n';
  expect(definitionLine(text, 'foo')).toBe(4);
});

test.each([
  [
    'an attribute of several parentheses',
    'int foo(void) __attribute__((alias("bar")));\nint foo(void)\n{\n}\n',
    2,
  ],
  ['a comment that nothing closes', 'int foo(void)\n{\n}\n/* a\n', 1],
  ['a quote in a comment of assembler code', "\t.text\nENTRY(foo)\t@ don't\n\tret\n", 2],
])('%s hides no function', (_, text, line) => {
  expect(definitionLine(text, 'foo')).toBe(line);
});

test('a function is no system call of another prefix', () => {
  expect(definitionLine('asmlinkage long sys_read(void)\n{\n}\n', '__se_sys_read')).toBeUndefined();
});

/** Each took minutes or hours where what is left open was looked for again from each place. */
test.each([
  ['open comments', '\n/*'],
  ['open comments on one line', '/*'],
  ['open strings', '\\"'],
  ['open characters', "\\'"],
  ['both kinds of quotes', '\'\\"'],
  ['directives', '#"\\\n'],
  ['open parentheses', '('],
  ['open calls', 'int foo('],
  ['statements', 'foo() '],
  ['words', 'a'],
  ['open attributes', 'int foo() __a(__b '],
  ['attributes', ' __a()'],
  ['blanks', '\t'],
  ['system calls', 'SYSCALL_DEFINE1(\n'],
  ['labels', '.text\n__ '],
])('a megabyte of %s is read in one pass', (_, text) => {
  const find = definitionFinder(`int foo(void)${text.repeat(2 ** 20 / text.length)}`);
  expect(find('foo')).toBeUndefined();
});
