/* SPDX-License-Identifier: MIT */
/* The marks of the kernel's own linker scripts, in their two layouts. */
SECTIONS
{
#ifdef CONFIG_XIP_KERNEL
	. = 0x08008000;
	_xiprom = .;
#else
	. = 0x1000000;
#endif
	_text = .;
	_stext = .;
	.text : { *(.text .text.*) }
	.rodata : { *(.rodata .rodata.*) }
#ifdef CONFIG_XIP_KERNEL
	__data_loc = ALIGN(16);
	. = 0x20000000;
	_sdata = .;
	__init_begin = .;
	.init.data : AT(__data_loc) { *(.init.data) . = ALIGN(16); }
	__init_end = .;
	.data : { *(.data .data.*) . = ALIGN(16); }
	_edata_loc = __data_loc + (. - _sdata);
#else
	. = ALIGN(16);
	__init_begin = .;
	.init.data : { *(.init.data) . = ALIGN(16); }
	__init_end = .;
	_sdata = .;
	.data : { *(.data .data.*) . = ALIGN(16); }
#endif
	.bss : { *(.bss .bss.*) . = ALIGN(16); }
	_end = .;
	/DISCARD/ : { *(.comment) *(.note*) *(.eh_frame) *(.ARM.*) }
}
