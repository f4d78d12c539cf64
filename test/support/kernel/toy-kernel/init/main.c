// SPDX-License-Identifier: MIT
int answer = 42;
int setup_done __attribute__((section(".init.data"))) = 1;
char log_buffer[4096];
const char banner[] = "Linux version toy";

int start_kernel(int count)
{
	for (int i = 0; i < count; i++)
		log_buffer[i & 4095] = banner[i & 15];
	return answer + setup_done;
}
