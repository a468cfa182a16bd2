module riwaya

go 1.26
