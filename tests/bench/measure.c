/* measure: runs a command and prints its wall and CPU seconds and its peak memory in KiB. */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int
main(int argc, char **argv)
{
	struct timespec a, b;
	struct rusage use;
	int status;
	pid_t child;

	if (argc < 2)
		return 2;
	clock_gettime(CLOCK_MONOTONIC, &a);
	child = fork();
	if (child == 0) {
		execvp(argv[1], argv + 1);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &use) < 0)
		return 3;
	clock_gettime(CLOCK_MONOTONIC, &b);
	printf("%.4f %.4f %ld\n",
	       (double)(b.tv_sec - a.tv_sec) + (double)(b.tv_nsec - a.tv_nsec) / 1e9,
	       (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) +
	               (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6,
	       use.ru_maxrss);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
