import heapq
from bisect import insort

heap = [5, 1, 4]  # (0) heap=[5, 1, 4];
heapq.heapify(heap)  # (1) heap=[1, 5, 4];
heapq.heappush(heap, 0)  # (2) heap=[0, 1, 4, 5];
least = heapq.heappop(heap)  # (3) heap=[1, 5, 4]; least=0;
swapped = heapq.heapreplace(heap, 9)  # (4) heap=[4, 5, 9]; swapped=1;
jobs = []  # (5) jobs=[];
for job in ("wash", 2), ("cook", 1):  # (6) job=('wash', 2); (8) job=('cook', 1);
    heapq.heappush(jobs, job[::-1])  # (7) jobs=[(2, 'wash')]; (9) jobs=[(1, 'cook'), (2, 'wash')];
urgent = heapq.nsmallest(1, jobs)  # (10) urgent=[(1, 'cook')];
ordered = [1, 3]  # (11) ordered=[1, 3];
insort(ordered, 2)  # (12) ordered=[1, 2, 3];
#: ends finished
