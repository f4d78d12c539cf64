// SPDX-License-Identifier: MIT
int toy_state = 1;

#ifdef CONFIG_BUFFERS
char toy_buffers[1024];
#endif

#ifdef CONFIG_TOY_NIC
char toy_nic_ring[2048];
#endif

int toy_probe(void)
{
	return toy_state;
}
